{{/* The name of everything that belongs to the release. */}}
{{- define "sayonce.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* What pods are found by; it never changes for a release. */}}
{{- define "sayonce.selector" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "sayonce.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{ include "sayonce.selector" . }}
app.kubernetes.io/version: {{ default .Chart.AppVersion .Values.image.tag | trunc 63 | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: sayonce
{{- end -}}

{{- define "sayonce.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ default .Chart.AppVersion .Values.image.tag }}
{{- end -}}
{{- end -}}

{{- define "sayonce.serviceAccount" -}}
{{- default (include "sayonce.fullname" .) .Values.serviceAccount.existing -}}
{{- end -}}

{{/* The Secret whose keys are environment variables; empty where there is none. */}}
{{- define "sayonce.secret" -}}
{{- if .Values.secret.existing -}}
{{- .Values.secret.existing -}}
{{- else if or .Values.secret.external.store .Values.secret.values .Values.secret.generate .Values.redis.password -}}
{{- include "sayonce.fullname" . -}}
{{- end -}}
{{- end -}}

{{/* True where the chart makes that Secret itself. */}}
{{- define "sayonce.ownSecret" -}}
{{- if and (not .Values.secret.existing) (not .Values.secret.external.store) (or .Values.secret.values .Values.secret.generate .Values.redis.password) -}}
true
{{- end -}}
{{- end -}}

{{/* What a Secret of ours already holds under a key, or else 40 random characters: an upgrade keeps it. */}}
{{- define "sayonce.kept" -}}
{{- $there := lookup "v1" "Secret" .context.Release.Namespace .name -}}
{{- $old := dig "data" .key "" (default dict $there) -}}
{{- if $old -}}
{{- b64dec $old -}}
{{- else -}}
{{- randAlphaNum 40 -}}
{{- end -}}
{{- end -}}

{{- define "sayonce.redisName" -}}
{{ include "sayonce.fullname" . }}-redis
{{- end -}}

{{/* The address of Redis, without a secret in it. */}}
{{- define "sayonce.redisUrl" -}}
{{- $redis := .Values.redis -}}
{{- $scheme := ternary "rediss" "redis" $redis.tls -}}
{{- if eq $redis.kind "bundled" -}}
redis://{{ include "sayonce.redisName" . }}:6379/0
{{- else if eq $redis.kind "sentinel" -}}
{{ $scheme }}-sentinel://{{ join "," $redis.hosts }}/{{ $redis.database }}#{{ $redis.master }}
{{- else if eq $redis.kind "cluster" -}}
{{ $scheme }}://{{ join "," $redis.hosts }}
{{- else -}}
{{ $scheme }}://{{ first $redis.hosts }}/{{ $redis.database }}
{{- end -}}
{{- end -}}

{{/* Where Redis's password comes from: {name, key} of a Secret as JSON; empty where there is none. */}}
{{- define "sayonce.redisPassword" -}}
{{- if eq .Values.redis.kind "bundled" -}}
{{- dict "name" (include "sayonce.redisName" .) "key" "password" | toJson -}}
{{- else if .Values.redis.passwordSecret -}}
{{- dict "name" .Values.redis.passwordSecret "key" .Values.redis.passwordKey | toJson -}}
{{- end -}}
{{- end -}}

{{/* True where customers come through a proxy that says who they are. */}}
{{- define "sayonce.proxied" -}}
{{- if or .Values.ingress.enabled .Values.httpRoute.enabled -}}true{{- end -}}
{{- end -}}

{{- define "sayonce.https" -}}
{{- if or (and .Values.ingress.enabled .Values.ingress.tlsSecret) (and .Values.httpRoute.enabled .Values.httpRoute.tls) -}}true{{- end -}}
{{- end -}}

{{/* The gateway's settings, those of the values first and the free ones over them. */}}
{{- define "sayonce.settings" -}}
{{- $redis := dict "url" (include "sayonce.redisUrl" .) "partitions" .Values.redis.partitions "retention" .Values.redis.retention -}}
{{- with .Values.redis.username -}}{{- $_ := set $redis "username" . -}}{{- end -}}
{{- if .Values.redis.authoritySecret -}}{{- $_ := set $redis "certificate-authority" "/etc/sayonce/redis/ca.pem" -}}{{- end -}}
{{- $files := dict "enabled" (ne .Values.files.store "none") "largest" .Values.files.largest "folder" "/work/files" -}}
{{- if eq .Values.files.store "volume" -}}{{- $_ := set $files "folder" "/files" -}}{{- end -}}
{{- if eq .Values.files.store "s3" -}}
{{- $s3 := dict "bucket" .Values.files.s3.bucket "region" .Values.files.s3.region "path-style" .Values.files.s3.pathStyle "prefix" .Values.files.s3.prefix -}}
{{- with .Values.files.s3.endpoint -}}{{- $_ := set $s3 "endpoint" . -}}{{- end -}}
{{- $_ := set $files "s3" $s3 -}}
{{- end -}}
{{- $telegram := dict "mode" .Values.telegram.mode -}}
{{- with .Values.telegram.publicUrl -}}{{- $_ := set $telegram "public-url" . -}}{{- end -}}
{{- $sayonce := dict "redis" $redis "files" $files "telegram" $telegram "engine" (dict "flows" (ternary "/opt/sayonce/flows" "/flows" (eq .Values.flows.from "image"))) -}}
{{- with .Values.web.allowedOrigins -}}{{- $_ := set $sayonce "web" (dict "allowed-origins" .) -}}{{- end -}}
{{- if include "sayonce.https" . -}}{{- $_ := set $sayonce "staff" (dict "secure-cookies" true) -}}{{- end -}}
{{- $server := dict "port" 8080 "shutdown" "graceful" -}}
{{- if include "sayonce.proxied" . -}}{{- $_ := set $server "forward-headers-strategy" "framework" -}}{{- end -}}
{{- $management := dict "server" (dict "port" 8081) "endpoint" (dict "health" (dict "probes" (dict "enabled" true "add-additional-paths" true))) -}}
{{- with .Values.tracing.endpoint -}}
{{- $_ := set $sayonce "tracing" (dict "endpoint" . "share" $.Values.tracing.share) -}}
{{- end -}}
{{- $all := dict "sayonce" $sayonce "server" $server "management" $management "spring" (dict "lifecycle" (dict "timeout-per-shutdown-phase" (printf "%ds" (int .Values.shutdown.phaseSeconds)))) -}}
{{- if eq .Values.logging.format "ecs" -}}
{{- $_ := set $all "logging" (dict "structured" (dict "format" (dict "console" "ecs"))) -}}
{{- end -}}
{{- mergeOverwrite $all (deepCopy .Values.settings) | toYaml -}}
{{- end -}}

{{/* A file's path as a ConfigMap's key may be written. */}}
{{- define "sayonce.flowKey" -}}
{{ . | replace "/" "__" }}
{{- end -}}

{{- define "sayonce.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "sayonce.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* The port in an address, or its scheme's own. */}}
{{- define "sayonce.port" -}}
{{- $url := urlParse . -}}
{{- $host := $url.host -}}
{{- if regexMatch ":[0-9]+$" $host -}}
{{- regexFind "[0-9]+$" $host -}}
{{- else -}}
{{- ternary "443" "80" (eq $url.scheme "https") -}}
{{- end -}}
{{- end -}}

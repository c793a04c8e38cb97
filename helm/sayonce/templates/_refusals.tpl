{{/* Values that contradict each other are refused, all at once and each with what to do. */}}
{{- define "sayonce.refusals" -}}
{{- $wrong := list -}}
{{- $redis := .Values.redis -}}
{{- if not $redis.kind -}}
{{- $wrong = append $wrong "Say which Redis keeps the conversations: --set redis.kind=bundled for a trial, or redis.kind=standalone, sentinel or cluster with redis.hosts={host:6379} for one of yours." -}}
{{- else if eq $redis.kind "bundled" -}}
{{- if or $redis.hosts $redis.password $redis.passwordSecret $redis.tls $redis.authoritySecret $redis.sentinelPasswordSecret $redis.username -}}
{{- $wrong = append $wrong "redis.kind is bundled, yet a Redis of yours is described too: leave out hosts, username, the passwords, tls and authoritySecret, or choose another kind." -}}
{{- end -}}
{{- else if not $redis.hosts -}}
{{- $wrong = append $wrong (printf "redis.kind is %s: name where it is, redis.hosts={host:port}." $redis.kind) -}}
{{- else if and (eq $redis.kind "standalone") (gt (len $redis.hosts) 1) -}}
{{- $wrong = append $wrong "redis.kind is standalone, so redis.hosts holds one server: choose sentinel or cluster for several." -}}
{{- end -}}
{{- if and (eq $redis.kind "cluster") (ne (int $redis.database) 0) -}}
{{- $wrong = append $wrong "A Redis Cluster has only the database 0: leave redis.database out." -}}
{{- end -}}
{{- if and $redis.password $redis.passwordSecret -}}
{{- $wrong = append $wrong "redis.password and redis.passwordSecret say the same twice: keep passwordSecret." -}}
{{- end -}}
{{- if and $redis.password (or .Values.secret.existing .Values.secret.external.store) -}}
{{- $wrong = append $wrong "redis.password would need a Secret of the chart's own, but the Secret is yours: name the password by redis.passwordSecret, or put it there as SAYONCE_REDIS_PASSWORD." -}}
{{- end -}}
{{- if and $redis.username (not (or $redis.password $redis.passwordSecret (include "sayonce.secret" .))) -}}
{{- $wrong = append $wrong "redis.username has no password: name it by redis.passwordSecret." -}}
{{- end -}}
{{- if and $redis.authoritySecret (not $redis.tls) -}}
{{- $wrong = append $wrong "redis.authoritySecret vouches for TLS, but redis.tls is false: set it to true." -}}
{{- end -}}
{{- if and $redis.sentinelPasswordSecret (ne $redis.kind "sentinel") -}}
{{- $wrong = append $wrong "redis.sentinelPasswordSecret is for redis.kind=sentinel only: leave it out." -}}
{{- end -}}
{{- $many := ternary (gt (int .Values.autoscaling.max) 1) (gt (int .Values.replicas) 1) .Values.autoscaling.enabled -}}
{{- if and (eq .Values.files.store "volume") $many (not .Values.files.volume.existingClaim) (ne .Values.files.volume.accessMode "ReadWriteMany") -}}
{{- $wrong = append $wrong (printf "Several gateways can't share files on a volume that is %s: set replicas=1 (and no autoscaling), files.volume.accessMode=ReadWriteMany, or files.store=s3." .Values.files.volume.accessMode) -}}
{{- end -}}
{{- if and (eq .Values.files.store "s3") (not .Values.files.s3.bucket) -}}
{{- $wrong = append $wrong "files.store is s3: name the bucket, files.s3.bucket." -}}
{{- end -}}
{{- if and (ne .Values.files.store "s3") .Values.files.s3.bucket -}}
{{- $wrong = append $wrong "files.s3.bucket is named, but files are not kept there: set files.store=s3." -}}
{{- end -}}
{{- if and (eq .Values.telegram.mode "webhook") (not .Values.telegram.publicUrl) -}}
{{- $wrong = append $wrong "telegram.mode is webhook: say where Telegram reaches the gateways, telegram.publicUrl=https://…" -}}
{{- end -}}
{{- if and .Values.secret.existing (or .Values.secret.values .Values.secret.generate .Values.secret.external.store) -}}
{{- $wrong = append $wrong "secret.existing names a Secret of yours, so the chart makes none: put what stands in secret.values, generate and external there." -}}
{{- end -}}
{{- if and .Values.secret.external.store (or .Values.secret.values .Values.secret.generate) -}}
{{- $wrong = append $wrong "secret.external fetches the whole Secret: put what stands in secret.values and generate into that store." -}}
{{- end -}}
{{- if and .Values.secret.external.store (not .Values.secret.external.key) -}}
{{- $wrong = append $wrong "secret.external.store is named: say what the store calls the secret, secret.external.key." -}}
{{- end -}}
{{- range .Values.secret.generate -}}
{{- if hasKey $.Values.secret.values . -}}
{{- $wrong = append $wrong (printf "%s stands in secret.values and in secret.generate: keep one." .) -}}
{{- end -}}
{{- end -}}
{{- if and (eq .Values.flows.from "values") (not (hasKey .Values.flows.files "company.yaml")) -}}
{{- $wrong = append $wrong "flows.from is values: flows.files needs the company's files, company.yaml among them." -}}
{{- end -}}
{{- if and (eq .Values.flows.from "configMap") (not .Values.flows.configMap) -}}
{{- $wrong = append $wrong "flows.from is configMap: name it, flows.configMap." -}}
{{- end -}}
{{- if and (ne .Values.flows.from "values") .Values.flows.files -}}
{{- $wrong = append $wrong "flows.files are given, but not taken: set flows.from=values." -}}
{{- end -}}
{{- if gt (len (toJson .Values.flows.files)) 900000 -}}
{{- $wrong = append $wrong "flows.files are more than a ConfigMap holds (1 MiB): build an image with your flows at /opt/sayonce/flows, and set flows.from=image." -}}
{{- end -}}
{{- if and .Values.ingress.enabled (not .Values.ingress.host) -}}
{{- $wrong = append $wrong "ingress.enabled is true: name the host that customers reach, ingress.host." -}}
{{- end -}}
{{- if and .Values.httpRoute.enabled (not .Values.httpRoute.parentRefs) -}}
{{- $wrong = append $wrong "httpRoute.enabled is true: name the gateway that it hangs on, httpRoute.parentRefs." -}}
{{- end -}}
{{- if and .Values.autoscaling.enabled (lt (int .Values.autoscaling.max) (int .Values.autoscaling.min)) -}}
{{- $wrong = append $wrong "autoscaling.max is smaller than autoscaling.min." -}}
{{- end -}}
{{- if le (int .Values.shutdown.graceSeconds) (add (int .Values.shutdown.drainSeconds) (mul 3 (int .Values.shutdown.phaseSeconds))) -}}
{{- $wrong = append $wrong (printf "shutdown.graceSeconds is %d, but ending in order may take drainSeconds and three times phaseSeconds, %d seconds: an open turn could be cut off." (int .Values.shutdown.graceSeconds) (add (int .Values.shutdown.drainSeconds) (mul 3 (int .Values.shutdown.phaseSeconds)))) -}}
{{- end -}}
{{- if and (eq .Values.image.tag "latest") (not .Values.image.digest) -}}
{{- $wrong = append $wrong "image.tag is latest, which is another image tomorrow: name a version, or image.digest." -}}
{{- end -}}
{{- if $wrong -}}
{{- fail (printf "\n\nThese values can't work:\n  * %s\n" (join "\n  * " $wrong)) -}}
{{- end -}}
{{- end -}}

/** The Helm chart, rendered by Helm itself and held against what Kubernetes would take. */
@NullMarked
package dev.sayonce.chart;

import org.jspecify.annotations.NullMarked;

/** JMH benchmarks of one digit's latency, and of the throughput of preprocessing and features. */
package io.github.inkling.benchmark.latency;

/** Tests on real clusters, each started on this machine from published artifacts: standalone, YARN with HDFS, S3, and what Kubernetes is sent. */
package dev.outsole.cluster;

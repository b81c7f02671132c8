/**
 * The clients behind the ports that modules act through: ZMQ and outbound HTTP, each with its settings beside it.
 * They know the module contract and the payload; in a dry run they write down what they would have done.
 */
package dev.sluice.outside;

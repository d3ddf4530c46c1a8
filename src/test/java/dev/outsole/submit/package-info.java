/**
 * Tests of the scripts under {@code submit/}: each is run for real, on a project folder made for the test, offline,
 * and with stand-ins for Java, Maven, Spark and the network.
 */
package dev.outsole.submit;

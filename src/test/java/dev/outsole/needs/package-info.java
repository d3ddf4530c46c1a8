/** What tests need beyond a JDK and Maven: they are skipped without it, and a list at the end says which were. */
package dev.outsole.needs;

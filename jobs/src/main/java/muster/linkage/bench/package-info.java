/** Measures linkage on invented children whose truth is known. */
package muster.linkage.bench;

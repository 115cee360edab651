/** Estimates the model by which records without a good number are linked. */
package muster.linkage;

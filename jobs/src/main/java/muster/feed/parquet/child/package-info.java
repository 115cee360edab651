/**
 * The process that unpacks one Parquet file with parquet-java. Only this package sees that library, and nothing here runs
 * in the process of the night.
 */
package muster.feed.parquet.child;

/**
 * Reads Parquet extracts ({@code feeds.md} 3.11, docs/adr/0014): a process of its own unpacks the file and hands over its
 * rows, which become the text that a CSV extract would hold and go through the same readers of columns.
 */
package muster.feed.parquet;

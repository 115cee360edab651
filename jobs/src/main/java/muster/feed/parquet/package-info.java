/**
 * Reads Parquet extracts, page by page and within fixed memory ({@code feeds.md} 3.11, docs/adr/0014). Values become the
 * text that a CSV extract would hold and go through the same readers of columns.
 */
package muster.feed.parquet;

package muster.publish.commissioner;

import muster.publish.disclosure.AreaKey;

/**
 * The area a report is about.
 *
 * @param key its type and code
 * @param name its full name; never shortened
 */
public record ReportArea(AreaKey key, String name) {}

/**
 * Lists that come back from staff: which list it is, and what staff filled in. Nothing else of the file is believed, and
 * nothing in it is run (rulings 7, reports 5.4 and 5.5).
 */
package muster.publish.returned;

/** Reads signals of the Multicast Notification Service: one JSON message a file, in any of its three shapes. */
package muster.feed.mns;

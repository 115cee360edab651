/** What a sender is told of its file: what became of it, how many lines, and which lines were not simply applied. */
package muster.publish.acknowledgement;

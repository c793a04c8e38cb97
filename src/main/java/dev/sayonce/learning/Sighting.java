package dev.sayonce.learning;

/**
 * One time that a candidate came about.
 *
 * @param mark names the occasion: seen again under the same mark it is the same one
 */
record Sighting(Candidate candidate, Proposal.Source source, String conversation, String mark) {}

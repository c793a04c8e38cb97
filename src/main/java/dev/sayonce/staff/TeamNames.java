package dev.sayonce.staff;

import java.util.Set;

/** The ids of all teams that the company has at this moment; whoever holds the flows knows them. */
@FunctionalInterface
public interface TeamNames {

  Set<String> all();
}

/**
 * The tools of those who write flows: check, test, draw and talk, each a subcommand of the one jar
 * that needs no server.
 */
@NullMarked
package dev.sayonce.cli;

import org.jspecify.annotations.NullMarked;

package dev.sayonce.action;

import java.net.URI;
import java.util.Map;

/**
 * A back end that this gateway itself runs in place of one that the catalogue names.
 *
 * @param service the name of the catalogue's file
 * @param url where it is, on this machine
 * @param secrets those by which it knows us, by their names in the environment
 */
public record OwnBackEnd(String service, URI url, Map<String, String> secrets) {}

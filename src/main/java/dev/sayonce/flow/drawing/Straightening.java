package dev.sayonce.flow.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Sets nodes that have only each other, one under another, straight: as far as their neighbours
 * leave room the whole string stands in one line.
 */
final class Straightening {

  private static final int ROUNDS = 3;

  private final Ordering ordering;
  private final double[] widths;
  private final double gap;
  private final double[] middles;

  Straightening(Ordering ordering, double[] widths, double gap, double[] middles) {
    this.ordering = ordering;
    this.widths = widths;
    this.gap = gap;
    this.middles = middles;
  }

  void run() {
    var strings = strings();
    for (int round = 0; round < ROUNDS; round++) {
      strings.forEach(this::pullPieces);
    }
  }

  /** Maximal strings of at least two nodes. */
  private List<List<Integer>> strings() {
    var strings = new ArrayList<List<Integer>>();
    var used = new HashSet<Integer>();
    for (var row : ordering.rows()) {
      for (int node : row) {
        var string = new ArrayList<Integer>();
        for (int next = node; next >= 0 && used.add(next); next = under(next)) {
          string.add(next);
        }
        if (string.size() > 1) {
          strings.add(string);
        }
      }
    }
    return strings;
  }

  /** The one node under another that has no other above it, or -1. */
  private int under(int node) {
    var below = ordering.below(node);
    return below.size() == 1 && ordering.above(below.getFirst()).size() == 1
        ? below.getFirst()
        : -1;
  }

  /** A string that finds no line for the whole of it stands in as few pieces as it can. */
  private void pullPieces(List<Integer> string) {
    var piece = new ArrayList<Integer>();
    var room = Room.ANY;
    for (int node : string) {
      var both = room.and(room(node));
      if (both.isEmpty()) {
        pull(piece, room);
        piece.clear();
        both = room(node);
      }
      piece.add(node);
      room = both;
    }
    pull(piece, room);
  }

  private void pull(List<Integer> piece, Room room) {
    double at = room.nearest(wish(piece));
    piece.forEach(node -> middles[node] = at);
  }

  /** Where a node may stand without pushing its neighbours. */
  private Room room(int node) {
    var row = row(node);
    int place = row.indexOf(node);
    var room = Room.ANY;
    if (place > 0) {
      int left = row.get(place - 1);
      room = room.and(new Room(middles[left] + distance(left, node), Double.MAX_VALUE));
    }
    if (place < row.size() - 1) {
      int right = row.get(place + 1);
      room = room.and(new Room(-Double.MAX_VALUE, middles[right] - distance(node, right)));
    }
    return room;
  }

  private record Room(double from, double to) {
    static final Room ANY = new Room(-Double.MAX_VALUE, Double.MAX_VALUE);
    private static final double ROUNDING = 0.001;

    Room and(Room other) {
      return new Room(Math.max(from, other.from), Math.min(to, other.to));
    }

    /** Two that touch may miss each other by the last digit. */
    boolean isEmpty() {
      return from > to + ROUNDING;
    }

    double nearest(double wish) {
      return Math.max(from, Math.min(to, wish));
    }
  }

  /** Where most of it stands. */
  private double wish(List<Integer> string) {
    var places = string.stream().mapToDouble(n -> middles[n]).sorted().toArray();
    return places[places.length / 2];
  }

  private List<Integer> row(int node) {
    return ordering.rows().stream().filter(r -> r.contains(node)).findFirst().orElseThrow();
  }

  private double distance(int left, int right) {
    return (widths[left] + widths[right]) / 2 + gap;
  }
}

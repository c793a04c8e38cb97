package dev.sayonce.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What clients ask of the test's Redis, by the server's own account ({@code MONITOR}): it names the
 * sender of every command, so that those which a script runs inside can be told from round trips.
 */
public final class CommandLog implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader reader;

  public CommandLog() throws IOException {
    var uri = TestRedis.uri();
    socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(5000);
    reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    var password = uri.getCredentialsProvider().resolveCredentials().block().getPassword();
    tell("AUTH " + new String(password));
    tell("MONITOR");
  }

  private void tell(String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    var answer = reader.readLine();
    if (!"+OK".equals(answer)) {
      throw new IOException("Redis answers " + answer);
    }
  }

  /** The commands that clients sent before this moment, without what scripts did inside. */
  public List<String> roundTrips() throws IOException {
    var end = "end-" + System.nanoTime();
    TestRedis.redis().commands().get(end).block();
    var commands = new ArrayList<String>();
    for (var line = reader.readLine(); !line.contains(end); line = reader.readLine()) {
      if (!line.matches("\\+\\S+ \\[\\d+ lua] .*")) {
        commands.add(line.replaceAll("^\\S+ \\[.*?] \"(\\w+)\".*", "$1"));
      }
    }
    return commands;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delayAfter } from '../../main/resources/static/shared/backoff.js';
import { Line, socketUrl } from '../../main/resources/static/shared/line.js';

/** A settable clock, its timers and sockets that do what the test says. */
class World {
  time = 0;
  timers = new Map();
  sockets = [];
  #next = 1;
  now = () => this.time;
  random = () => 0.5;
  open = () => {
    const socket = { sent: [], closed: false, send: (text) => socket.sent.push(JSON.parse(text)), close: () => (socket.closed = true) };
    this.sockets.push(socket);
    return socket;
  };
  setTimeout = (task, delay) => this.#add({ task, at: this.time + delay });
  setInterval = (task, every) => this.#add({ task, at: this.time + every, every });
  clearTimeout = (id) => this.timers.delete(id);
  clearInterval = (id) => this.timers.delete(id);

  pass(milliseconds) {
    const end = this.time + milliseconds;
    for (;;) {
      const due = [...this.timers].filter(([, timer]) => timer.at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) {
        break;
      }
      const [id, timer] = due;
      this.time = timer.at;
      if (timer.every) {
        timer.at += timer.every;
      } else {
        this.timers.delete(id);
      }
      timer.task();
    }
    this.time = end;
  }

  get socket() {
    return this.sockets.at(-1);
  }

  #add(timer) {
    this.timers.set(this.#next, timer);
    return this.#next++;
  }
}

function started() {
  const world = new World();
  const states = [];
  const frames = [];
  const line = new Line(
    {
      url: 'ws://host/socket',
      greeting: () => ({ type: 'hello' }),
      readyType: 'welcome',
      onFrame: (frame) => frames.push(frame.type),
      onState: (state) => states.push(state),
    },
    world,
  );
  line.start();
  const hear = (frame) => world.socket.onmessage({ data: JSON.stringify(frame) });
  const welcome = () => {
    world.socket.onopen();
    hear({ type: 'welcome' });
  };
  return { world, states, frames, line, hear, welcome };
}

test('greets first and is ready when the greeting is answered', () => {
  const { world, states, line, welcome } = started();
  assert.equal(line.send({ type: 'say' }), false);
  welcome();
  assert.deepEqual(world.socket.sent, [{ type: 'hello' }]);
  assert.deepEqual(states, ['connecting', 'ready']);
  assert.equal(line.send({ type: 'say' }), true);
});

test('answers a ping', () => {
  const { world, hear, welcome } = started();
  welcome();
  hear({ type: 'ping' });
  assert.deepEqual(world.socket.sent.at(-1), { type: 'pong' });
});

test('comes back after a loss with growing pauses', () => {
  const { world, states } = started();
  world.socket.onclose();
  assert.equal(states.at(-1), 'waiting');
  world.pass(374);
  assert.equal(world.sockets.length, 1);
  world.pass(1);
  assert.equal(world.sockets.length, 2);
  world.socket.onclose();
  world.pass(749);
  assert.equal(world.sockets.length, 2);
  world.pass(1);
  assert.equal(world.sockets.length, 3);
});

test('a server that welcomes and hangs up at once is not called faster and faster', () => {
  const { world, welcome } = started();
  for (let i = 0; i < 6; i++) {
    welcome();
    world.socket.onclose();
    world.pass(30_000);
  }
  const before = world.sockets.length;
  welcome();
  world.socket.onclose();
  world.pass(5_000);
  assert.equal(world.sockets.length, before);
});

test('silence for more than two pings is a dead line', () => {
  const { world, states, hear, welcome } = started();
  welcome();
  world.pass(40_000);
  hear({ type: 'ping' });
  world.pass(40_000);
  assert.equal(states.at(-1), 'ready');
  world.pass(10_000);
  assert.notEqual(states.at(-1), 'ready');
  assert.equal(world.sockets[0].closed, true);
});

test('a socket that never opens is given up', () => {
  const { world } = started();
  world.pass(25_000);
  assert.ok(world.sockets.length > 1);
});

test('a socket that was given up is not listened to', () => {
  const { world, frames, line } = started();
  const old = world.socket;
  line.restart();
  world.pass(1);
  old.onmessage({ data: '{"type":"entry"}' });
  old.onclose();
  assert.deepEqual(frames, []);
  assert.equal(world.sockets.length, 2);
});

test('what is not JSON is ignored', () => {
  const { world, frames } = started();
  world.socket.onmessage({ data: 'nonsense' });
  world.socket.onmessage({ data: 'null' });
  assert.deepEqual(frames, []);
});

test('a stopped line stays stopped', () => {
  const { world, line } = started();
  line.stop();
  world.pass(100_000);
  assert.equal(world.sockets.length, 1);
  assert.equal(line.state, 'stopped');
});

test('pauses double up to half a minute, the upper half random', () => {
  assert.equal(delayAfter(1, () => 0), 250);
  assert.equal(delayAfter(1, () => 1), 500);
  assert.equal(delayAfter(3, () => 1), 2000);
  assert.equal(delayAfter(50, () => 1), 30_000);
});

test('the socket is as safe as its page', () => {
  assert.equal(socketUrl('/chat/socket', { href: 'https://help.example.com/chat/?language=pl' }), 'wss://help.example.com/chat/socket');
  assert.equal(socketUrl('/chat/socket', { href: 'http://localhost:8080/chat/' }), 'ws://localhost:8080/chat/socket');
});

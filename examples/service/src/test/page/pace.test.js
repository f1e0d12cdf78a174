import assert from 'node:assert/strict';
import { test } from 'node:test';

import { NewestWins, Pace } from '#page/pace.js';
import { promised, settled } from './fixtures.js';

const TIMES = { quiet: 80, longest: 300 };

/** A clock that goes only when it is told to. */
class ManualClock {
  #now = 0;
  #timers = new Map();
  #lastId = 0;

  now() {
    return this.#now;
  }

  set(call, wait) {
    this.#timers.set(++this.#lastId, { call, due: this.#now + wait });
    return this.#lastId;
  }

  clear(id) {
    this.#timers.delete(id);
  }

  pass(time) {
    const end = this.#now + time;
    for (let next; (next = this.#firstUntil(end));) {
      const [id, { call, due }] = next;
      this.#timers.delete(id);
      this.#now = due;
      call();
    }
    this.#now = end;
  }

  #firstUntil(end) {
    return [...this.#timers].filter(([, { due }]) => due <= end)
      .sort(([, a], [, b]) => a.due - b.due)[0];
  }
}

/** A pace, its clock, and when it called. */
function paced() {
  const clock = new ManualClock();
  const calls = [];
  return { clock, calls, pace: new Pace(() => calls.push(clock.now()), TIMES, clock) };
}

test('it calls once, a quiet moment after the last touch', () => {
  const { clock, calls, pace } = paced();
  pace.touch();
  clock.pass(50);
  pace.touch();
  clock.pass(79);
  assert.deepEqual(calls, []);
  clock.pass(1000);

  assert.deepEqual(calls, [130]);
});

test('it calls now and then while there is no end of touches', () => {
  const { clock, calls, pace } = paced();
  for (let i = 0; i < 50; i++) {
    pace.touch();
    clock.pass(20);
  }

  assert.deepEqual(calls, [300, 600, 900]);
});

test('it calls at once where the clock comes late', () => {
  const { clock, calls, pace } = paced();
  pace.touch();
  // Timers of a tab in the background stand still; the time does not.
  const late = clock.now() + 5000;
  clock.now = () => late;
  pace.touch();
  clock.pass(0);

  assert.deepEqual(calls, [late]);
});

test('it does not call after it was cancelled, and can be touched again', () => {
  const { clock, calls, pace } = paced();
  pace.touch();
  pace.cancel();
  clock.pass(1000);
  assert.deepEqual(calls, []);
  pace.touch();
  clock.pass(80);

  assert.deepEqual(calls, [1080]);
});

test('the time at most is counted from the first touch after a cancel', () => {
  const { clock, calls, pace } = paced();
  pace.touch();
  clock.pass(60);
  pace.cancel();
  for (let i = 0; i < 5; i++) {
    pace.touch();
    clock.pass(60);
  }

  assert.deepEqual(calls, [360]);
});

test('it keeps to the time of the system where no other clock is given', async () => {
  const called = promised();
  const cancelled = new Pace(() => assert.fail('was cancelled'), { quiet: 1, longest: 1 });
  cancelled.touch();
  cancelled.cancel();
  new Pace(called.keep, { quiet: 5, longest: 20 }).touch();

  await called.promise;
});

/** A job that ends when it is told to. */
function jobOf(log, name) {
  const { promise, keep } = promised();
  const run = (signal) => {
    log.push(name);
    run.signal = signal;
    return promise;
  };
  run.end = keep;
  return run;
}

test('of the jobs that come while one runs, only the newest is started', async () => {
  const log = [];
  const [first, second, third] = ['first', 'second', 'third'].map((name) => jobOf(log, name));
  const jobs = new NewestWins();
  [first, second, third].forEach((job) => jobs.submit(job));
  await settled();
  assert.deepEqual(log, ['first']);
  first.end();
  await settled();
  assert.deepEqual(log, ['first', 'third']);
  third.end();
  await settled();

  assert.ok(!jobs.isBusy);
});

test('it is busy while a job runs', async () => {
  const jobs = new NewestWins();
  const job = jobOf([], 'job');
  assert.ok(!jobs.isBusy);
  jobs.submit(job);
  assert.ok(jobs.isBusy);
  job.end();
  await settled();

  assert.ok(!jobs.isBusy);
});

test('cancel aborts the job that runs and forgets the one that waits', async () => {
  const log = [];
  const [running, waiting] = ['running', 'waiting'].map((name) => jobOf(log, name));
  const jobs = new NewestWins();
  jobs.submit(running);
  jobs.submit(waiting);
  jobs.cancel();
  assert.ok(running.signal.aborted);
  assert.ok(!jobs.isBusy);
  running.end();
  await settled();

  assert.deepEqual(log, ['running']);
});

test('a job that was cancelled does not hold up those that come after it', async () => {
  const log = [];
  const [cancelled, next, last] = ['cancelled', 'next', 'last'].map((name) => jobOf(log, name));
  const jobs = new NewestWins();
  jobs.submit(cancelled);
  jobs.cancel();
  jobs.submit(next);
  jobs.submit(last);
  assert.deepEqual(log, ['cancelled', 'next']);
  cancelled.end();
  await settled();
  assert.deepEqual(log, ['cancelled', 'next'], 'the end of a cancelled job lets none start');
  next.end();
  await settled();

  assert.deepEqual(log, ['cancelled', 'next', 'last']);
  assert.ok(!next.signal.aborted);
});

test('there is nothing to cancel where nothing runs', () => {
  const jobs = new NewestWins();
  jobs.cancel();

  assert.ok(!jobs.isBusy);
});

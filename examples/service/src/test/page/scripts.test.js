// Loads every script of the page, also those that only a browser can run.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

const PAGE = new URL('../../main/resources/io/github/inkling/service/page/', import.meta.url);

/** What is wrong with a script itself, or with what it imports. */
function isFault(error) {
  return error instanceof SyntaxError || error.code === 'ERR_MODULE_NOT_FOUND';
}

for (const script of readdirSync(PAGE, { recursive: true }).filter((file) => /\.js$/.test(file))) {
  test(`${script} parses, and what it imports is there`, async () => {
    try {
      await import(new URL(script.replaceAll('\\', '/'), PAGE));
    } catch (error) {
      // That there is no document here says nothing about the script.
      assert.ok(!isFault(error), error);
    }
  });
}

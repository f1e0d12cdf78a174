import assert from 'node:assert/strict';
import { test } from 'node:test';

import { modelLine } from '#page/model-line.js';

const MODEL = {
  model: 'pretrained',
  data: 'mnist:fit',
  samples: 50_000,
  features: 'hog:cells=4+edges:bins=8',
  classifier: 'mlp:hidden=128',
  report: {},
};

test('the line says what was trained on what, without the settings', () => {
  assert.equal(modelLine(MODEL),
    'pretrained; trained on 50,000 digits (mnist:fit); hog + edges and mlp');
});

test('what the server does not tell is left out', () => {
  assert.equal(modelLine({}), '');
  assert.equal(modelLine({ model: 'pretrained' }), 'pretrained');
  assert.equal(modelLine({ ...MODEL, data: undefined }), 'pretrained; hog + edges and mlp');
  assert.equal(modelLine({ ...MODEL, classifier: undefined }),
    'pretrained; trained on 50,000 digits (mnist:fit)');
});

test('of the report, the errors are told', () => {
  const report = { 'validation error': '0.71 %', samples: 10_000, testError: '0.65 %' };

  assert.equal(modelLine({ model: 'own', report }),
    'own; validation error: 0.71 %; testError: 0.65 %');
});

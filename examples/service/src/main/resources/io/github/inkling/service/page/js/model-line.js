// One line about the model, from what the server tells of it. Pure.

/** @param {any} model the answer of /api/v1/model; whatever is missing is left out */
export function modelLine(model) {
  const parts = [model.model];
  if (model.samples && model.data) {
    parts.push(`trained on ${model.samples.toLocaleString('en')} digits (${model.data})`);
  }
  if (model.features && model.classifier) {
    parts.push(`${names(model.features)} and ${names(model.classifier)}`);
  }
  return [...parts, ...errorsOf(model.report)].filter(Boolean).join('; ');
}

/** Without the settings: "hog:cells=4+edges:bins=8" is "hog + edges". */
function names(spec) {
  return spec.split('+').map((part) => part.split(':')[0]).join(' + ');
}

/** What a report says of errors depends on how the model was trained; not all do. */
function errorsOf(report) {
  return Object.entries(report ?? {}).filter(([name]) => /error/i.test(name))
    .map(([name, value]) => `${name}: ${value}`);
}

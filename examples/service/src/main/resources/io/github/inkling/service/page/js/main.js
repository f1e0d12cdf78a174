// Puts the page together.

import { Announcer } from './announcer.js';
import { AnswerView } from './answer-view.js';
import { Api } from './api.js';
import { Bars } from './bars.js';
import { digitAt } from './belonging.js';
import { drawBoxes } from './boxes.js';
import { Connection } from './connection.js';
import { Correction } from './correction.js';
import { Current } from './current.js';
import { Drawing } from './drawing.js';
import { setUpIncoming } from './incoming.js';
import { keepDrawing, restoreDrawing } from './kept-drawing.js';
import { Live } from './live.js';
import { modelLine } from './model-line.js';
import { Notice } from './notice.js';
import { keepForOffline } from './offline.js';
import { Pad } from './pad.js';
import { setUpTools } from './pad-tools.js';
import { Photo } from './photo.js';
import { Record } from './record.js';
import { setUpSamples } from './samples.js';
import { Seen } from './seen.js';
import { spoken } from './reading.js';
import { passing } from './storage.js';
import { USUAL_LIMITS } from './strokes-json.js';
import { setUpTheme } from './theme.js';
import { askToken, keptToken } from './token.js';

const PEN = 10;

const byId = (id) => document.getElementById(id);

let limits = USUAL_LIMITS;
const announcer = new Announcer(byId('live'));
const notice = new Notice(byId('notice'), (text) => announcer.now(text));
const api = new Api(document.baseURI, { token: keptToken(), askToken });
const connection = new Connection(() => api.isReady());
const drawing = new Drawing(PEN);
const current = new Current();
const pad = new Pad(byId('pad'), drawing);
const live = new Live(drawing, api, current, connection, () => limits);
const photo = new Photo(api, current, () => limits, () => !connection.isClosed);
const answer = new AnswerView(current);
const bars = new Bars(byId('bars'), byId('is-digit'));
const digitsOnPad = {
  isThere: (point) => digitAt(current.reading?.digits ?? [], point) >= 0,
  choose: (point) => current.select(digitAt(current.reading?.digits ?? [], point)),
};
const seen = new Seen(byId('seen-image'), byId('hog'));
const correction = new Correction(api, current);
const record = new Record({ drawing, current, photo, restored: showDrawing });

setUpTools({ pad, drawing, say: (text) => announcer.now(text), choice: digitsOnPad });
setUpTheme(byId('theme'), () => pad.refresh());
setUpIncoming({ inputs: [byId('file'), byId('camera')], take: readPhoto });
setUpConnection();
setUpPlaces();

current.addEventListener('change', showCurrent);
pad.addEventListener('zoom', showBoxes);
byId('show-dropped').addEventListener('change', showBoxes);
live.addEventListener('read', answered);
photo.addEventListener('read', answered);

drawing.addEventListener('change', drawn);
restoreDrawing(drawing, passing);
askServer();
setUpSamples(byId('samples'), pad, drawing, showDrawing);
keepForOffline();

/** What depends on the answer or on the digit that is looked at. */
function showCurrent() {
  bars.show(current.digit);
  seen.show(current.digit);
  showBoxes();
  if (!current.reading) {
    announcer.hush();
  }
  sayWhyEmpty();
}

/** What stands where the digits would, if there are none. */
function sayWhyEmpty() {
  if (current.reading) {
    answer.sayEmpty('No digits found');
  } else if (photo.isOpen || !drawing.isEmpty) {
    const words = { fine: 'Reading …', problem: 'Not read' };
    answer.sayEmpty(words[connection.state.kind] ?? 'Not read yet');
  } else {
    answer.sayEmpty('Nothing drawn yet');
  }
}

function showBoxes() {
  const count = current.reading?.dropped.length ?? 0;
  byId('dropped-choice').hidden = count === 0;
  byId('dropped-label').textContent = `Show what was left out (${count})`;
  const dropped = byId('show-dropped').checked;
  if (photo.isOpen) {
    const { width, height } = current.reading ?? { width: 0, height: 0 };
    drawBoxes(photo.boxes, current, { width, height, dropped });
  } else {
    drawBoxes(byId('pad-boxes'), current, { width: pad.width, height: pad.height, dropped });
  }
}

function answered() {
  announcer.later(spoken(current.reading, current.selected));
}

/** The pad and the photograph share a place; only one of them is asked about. */
function setUpPlaces() {
  const arrange = (open) => {
    byId('pad-frame').hidden = open;
    byId('pad-tools').hidden = open;
    byId('photo-close').hidden = !open;
    byId('stage-title').textContent = open ? 'Photograph' : 'Drawing pad';
    live.isOn = !open;
  };
  photo.addEventListener('open', () => arrange(true));
  photo.addEventListener('close', () => {
    current.clear();
    arrange(false);
  });
  byId('photo-close').addEventListener('click', () => {
    showDrawing();
    byId('pad').focus({ preventScroll: true });
  });
}

function showDrawing() {
  if (photo.isOpen) {
    photo.close();
    forgetProblem();
  }
}

async function readPhoto(file, others) {
  forgetProblem();
  await trying(() => photo.open(file, others));
}

/** What was wrong with another picture; that there is no server remains to be said. */
function forgetProblem() {
  if (!connection.isClosed) {
    notice.hide();
  }
}

/** Errors of a photograph are told above it; some go away by themselves. */
async function trying(read) {
  try {
    if (await read()) {
      connection.succeeded();
    }
  } catch (error) {
    if (error.name !== 'AbortError') {
      photo.giveUp();
      connection.failed(error);
    }
  }
}

function setUpConnection() {
  const giveToken = () => {
    api.mayAskAgain();
    askServer();
    live.askAgain();
    trying(() => photo.askAgain());
  };
  connection.addEventListener('change', () => {
    notice.showConnection(connection.state, giveToken);
    sayWhyEmpty();
  });
  connection.addEventListener('back', () => {
    announcer.now('The server is back.');
    askServer();
    if (photo.isOpen) {
      trying(() => photo.askAgain());
    }
  });
  addEventListener('online', () => connection.checkNow());
  addEventListener('offline', () => connection.lose());
}

/** What the server is like, if it has not been told yet. */
async function askServer() {
  if (askServer.known) {
    return;
  }
  try {
    const service = await api.service();
    limits = { ...USUAL_LIMITS, ...service.limits };
    correction.collects = service.collects === true;
    byId('model-text').textContent = modelLine(await api.model());
    askServer.known = true;
  } catch (error) {
    connection.failed(error);
  }
}

/** A page that is loaded again, as phones do with one that waited long, has the same drawing. */
function drawn() {
  byId('pad-hint').hidden = !drawing.isEmpty;
  sayWhyEmpty();
  if (!drawing.isGrowing) {
    keepDrawing(drawing, passing);
  }
}

// The ways a picture comes in: chosen, taken with a camera, dropped anywhere, or pasted.

/**
 * @param {{inputs: HTMLInputElement[], take: (file: File, others: number) => void}} options
 *   `others` says how many more files came along
 */
export function setUpIncoming({ inputs, take }) {
  const takeFirst = (files) => {
    if (files.length > 0) {
      take(files[0], files.length - 1);
    }
  };
  for (const input of inputs) {
    input.addEventListener('change', () => {
      takeFirst([...input.files]);
      // So that the same file can be chosen again.
      input.value = '';
    });
  }
  document.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) {
      event.preventDefault();
      takeFirst(files);
    }
  });
  acceptDrops(takeFirst);
}

function acceptDrops(takeFiles) {
  const veil = (on) => document.body.classList.toggle('dropping', on);
  const hasFiles = (event) => event.dataTransfer?.types.includes('Files');
  document.addEventListener('dragover', (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      veil(true);
    }
  });
  document.addEventListener('dragleave', (event) => {
    // Without a next element the pointer has left the window.
    if (!event.relatedTarget) {
      veil(false);
    }
  });
  document.addEventListener('drop', (event) => {
    veil(false);
    if (hasFiles(event)) {
      event.preventDefault();
      takeFiles([...event.dataTransfer.files]);
    }
  });
}

/** Files of pages that tell what the machine can do just now: each has a worker beside it that computes without end. */
export const baselines: Readonly<Record<string, string>> = {
  'endless.js': 'for (;;) Math.sin(1);',
  /** Does nothing. */
  'empty.html': '<!doctype html><title>empty</title><script src="empty.js"></script>',
  'empty.js': "new Worker('endless.js');",
  /** Computes for 4 ms of its own in every second frame: much as the Lab does. */
  'busy.html': '<!doctype html><title>busy</title><p></p><script src="busy.js"></script>',
  'busy.js': `
    let sum = 0;
    const compute = (times) => { for (let i = 0; i < times; i++) sum += Math.sin(i); };
    const timeOf = (times) => { const start = performance.now(); compute(times); return performance.now() - start; };
    const quickest = Math.min(...Array.from({ length: 20 }, () => timeOf(100000)));
    const times = (4 / quickest) * 100000;
    new Worker('endless.js');
    let frames = 0;
    const next = () => {
      if (frames++ % 2 === 0) {
        compute(times);
        document.querySelector('p').textContent = sum;
      }
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);`,
};

'use strict';

// Draws a chart when it comes into view, and again when colours, width or the chosen trial change.
(() => {
  const root = document.documentElement;
  const chooser = document.getElementById('loss-trial');
  const shown = new Map();
  const WHOLE_STEPS = [0, 1, 2, 3, 4, 5, 6].flatMap(power => [1, 2, 5].map(step => step * 10 ** power));
  const PAPER_WIDTH = {small: 300, wide: 640};

  function look() {
    const style = getComputedStyle(root);
    const names = ['ink', 'quiet', 'line', 'accent', 'second', 'pass', 'reject', 'muted', 'panel'];
    const colours = Object.fromEntries(names.map(name => [name, style.getPropertyValue(`--${name}`).trim()]));
    return {...colours, trial: chooser ? Number(chooser.value) : null};
  }

  function data(figure) {
    return JSON.parse((figure.querySelector('script') ?? document.getElementById('curves-data')).textContent);
  }

  // Whole powers of ten, as many as there is room for, with 2 and 5 between them when there are few.
  function logTicks(low, high, room) {
    const decades = Math.log10(high / low);
    const steps = decades * 3 < room ? [1, 2, 5] : [1];
    const every = Math.max(1, Math.ceil(decades / room));
    const ticks = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      for (const step of power % every ? [] : steps) ticks.push(step * 10 ** power);
    }
    return ticks.filter(tick => tick >= low && tick <= high);
  }

  function axis(spec, colours, upright) {
    const font = '12px system-ui, sans-serif';
    const space = upright ? 30 : 50;
    const room = u => (upright ? u.bbox.height : u.bbox.width) / devicePixelRatio / space;
    return {
      label: spec.label,
      labelFont: font,
      labelSize: 18,
      font,
      stroke: colours.quiet,
      grid: {stroke: colours.line, width: 1},
      ticks: {show: false},
      gap: 6,
      size: upright ? 56 : 28,
      space,
      ...(spec.log && {splits: (u, index, low, high) => logTicks(low, high, room(u)), filter: (u, splits) => splits}),
      ...(spec.whole && {incrs: WHOLE_STEPS}),
      ...(spec.names && {splits: () => spec.names.map((name, index) => index)}),
      values: (u, splits) => splits.map(split => spec.names ? spec.names[split] : drawings.written(split)),
    };
  }

  function scale(spec) {
    return {time: false, distr: spec.log ? 3 : 1, ...(spec.range && {range: spec.range})};
  }

  function width(figure) {
    if (root.classList.contains('paper')) return figure.matches('.small') ? PAPER_WIDTH.small : PAPER_WIDTH.wide;
    return figure.querySelector('.plot').clientWidth;
  }

  function draw(figure) {
    shown.get(figure)?.destroy();
    const colours = look();
    const drawing = drawings[figure.dataset.chart](data(figure), colours);
    const readout = figure.querySelector('.readout');
    const tell = u => { readout.textContent = drawing.pick(u); };
    const plot = figure.querySelector('.plot');
    shown.set(figure, new uPlot({
      width: width(figure),
      height: plot.clientHeight,
      legend: {show: false},
      padding: [8, 14, 0, 0],
      cursor: {
        x: !drawing.bare,
        y: false,
        drag: {x: false, y: false},
        ...((drawing.bare || drawing.focus) && {points: {show: false}}),
        ...(drawing.focus && {focus: {prox: 24}}),
      },
      ...(drawing.focus && {focus: {alpha: 0.35}}),
      scales: {x: scale(drawing.x), y: scale(drawing.y)},
      axes: [axis(drawing.x, colours, false), axis(drawing.y, colours, true)],
      series: [{}, ...drawing.series.map(series => ({points: {show: false}, ...series}))],
      hooks: {...drawing.hooks, setCursor: [tell], ready: [tell]},
    }, drawing.data, plot));
  }

  const redraw = () => shown.forEach((chart, figure) => draw(figure));

  // Pixels beyond the window within which charts are drawn already.
  const AHEAD = 300;

  const show = figure => {
    draw(figure);
    widths.observe(figure.querySelector('.plot'));
  };

  const coming = new IntersectionObserver(entries => {
    for (const entry of entries.filter(candidate => candidate.isIntersecting)) {
      coming.unobserve(entry.target);
      show(entry.target);
    }
  }, {rootMargin: `${AHEAD}px`});

  const inSight = figure => {
    const {top, bottom, height} = figure.getBoundingClientRect();
    return height > 0 && top < innerHeight + AHEAD && bottom > -AHEAD;
  };

  const widths = new ResizeObserver(entries => {
    for (const {target} of entries) {
      const chart = shown.get(target.closest('figure'));
      if (target.clientWidth && target.clientWidth !== chart.width) {
        chart.setSize({width: target.clientWidth, height: chart.height});
      }
    }
  });

  // What is in sight is drawn at once: an observer waits for a frame, which whoever takes a picture may not wait for.
  const figures = [...document.querySelectorAll('figure.chart')];
  const first = new Set(figures.filter(inSight));
  figures.forEach(figure => first.has(figure) ? show(figure) : coming.observe(figure));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  addEventListener('beforeprint', () => {
    root.classList.add('paper');
    document.querySelectorAll('figure.chart').forEach(figure => {
      if (!figure.closest('details:not([open])')) draw(figure);
    });
  });
  addEventListener('afterprint', () => {
    root.classList.remove('paper');
    redraw();
  });
  if (chooser) {
    chooser.disabled = false;
    chooser.addEventListener('change', redraw);
  }
})();

'use strict';

// How each kind of chart is drawn. A drawing turns its data into what uPlot wants:
// (data, look) -> {data, series, x, y, hooks, pick}, where look has the colours in use and the chosen trial,
// x and y say {label, log, whole, range, names} of an axis, and pick says in words what is under the pointer.
const drawings = (() => {
  const finite = values => values.filter(value => value != null);

  function written(value) {
    if (value == null) return '–';
    const size = Math.abs(value);
    if (value === 0 || (size >= 1e-3 && size < 1e5)) return String(Number(value.toPrecision(4)));
    return value.toExponential(2).replace(/\.?0+e/, 'e').replace('e+', 'e');
  }

  function extent(values) {
    let low = Infinity;
    let high = -Infinity;
    for (const value of finite(values)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return [low, high];
  }

  // The range of an axis with a little air at both ends.
  function padded([low, high], log) {
    if (low > high) return log ? [0.1, 1] : [0, 1];
    if (log) return [low / 1.25, high * 1.25];
    const air = (high - low) * 0.06 || Math.abs(high) * 0.1 || 1;
    return [low - air, high + air];
  }

  // The axis of a loss: logarithmic when it spans far, else from zero, so that noise does not look like a trend.
  function lossAxis(values) {
    const [low, high] = extent(values);
    const log = low > 0 && high / low > 30;
    return {label: 'loss', log, range: padded([log ? low : Math.min(low, 0), high], log)};
  }

  function losses({step, losses}, look) {
    return {
      data: [losses.x, losses.y],
      series: [{stroke: look.accent, width: 1.5}],
      x: {label: step, whole: true},
      y: lossAxis(losses.y),
      pick: u => u.cursor.idx == null ? '' : `${step} ${losses.x[u.cursor.idx]}: loss ${written(losses.y[u.cursor.idx])}`,
    };
  }

  function validation({metric, curves}, look) {
    const complete = curves.filter(curve => curve.complete).reverse();
    const chosen = complete.findIndex(curve => curve.trial === look.trial);
    if (chosen >= 0) complete.push(...complete.splice(chosen, 1));
    const stroke = curve =>
      curve.rank === 1 ? look.accent : curve.trial === look.trial ? look.second : look.muted;
    let focused = null;
    const data = uPlot.join(complete.map(curve => [curve.value.x, curve.value.y]));
    return {
      data,
      series: complete.map(curve => ({
        stroke: stroke(curve),
        width: curve.rank === 1 || curve.trial === look.trial ? 2.5 : 1,
        spanGaps: true,
        points: {show: curve.value.x.length === 1},
      })),
      x: {label: 'epoch', whole: true},
      y: {label: metric},
      focus: true,
      hooks: {setSeries: [(u, index) => { focused = index; }]},
      pick: u => {
        const index = focused ?? complete.length;
        const curve = complete[index - 1];
        if (!curve || u.cursor.idx == null) return '';
        const value = data[index][u.cursor.idx];
        return `Trial ${curve.trial}${curve.rank ? `, rank ${curve.rank}` : ''}` +
          (value == null ? '' : ` · epoch ${data[0][u.cursor.idx]}: ${written(value)}`);
      },
    };
  }

  // A figure on train and validation rows, of the chosen trial.
  function onBoth({curves}, look, ofTrain, ofValidation, axis) {
    const curve = curves.find(candidate => candidate.trial === look.trial) ?? curves[0];
    const train = curve[ofTrain];
    const validation = curve[ofValidation];
    const data = uPlot.join([[train.x, train.y], [validation.x, validation.y]]);
    const single = Math.min(train.x.length, validation.x.length) === 1;
    return {
      data,
      series: [
        {stroke: look.accent, width: 2, spanGaps: true, points: {show: single}},
        {stroke: look.second, width: 2, spanGaps: true, dash: [6, 4], points: {show: single}},
      ],
      x: {label: 'epoch', whole: true},
      y: axis([...data[1], ...data[2]]),
      pick: u => {
        const index = u.cursor.idx;
        return index == null
          ? 'solid: train · dashed: validation'
          : `epoch ${data[0][index]}: train ${written(data[1][index])} · validation ${written(data[2][index])}`;
      },
    };
  }

  function epochLosses(data, look) {
    return onBoth(data, look, 'trainLoss', 'validationLoss', lossAxis);
  }

  function epochValues(data, look) {
    return onBoth(data, look, 'trainValue', 'value', () => ({label: data.metric}));
  }

  function scatter({metric, log, categories, dots}, look) {
    // Dots of one category stand a little apart; by the golden ratio they never form a pattern.
    const place = (dot, index) => categories ? dot.x + ((index * 0.618) % 1 - 0.5) * 0.4 : dot.x;
    const placed = dots.map((dot, index) => ({...dot, x: place(dot, index)})).sort((a, b) => a.x - b.x);
    const layer = name => placed.map(dot => dot.place === name ? dot.y : null);
    const marks = (stroke, fill, size) => ({paths: () => null, points: {show: true, size, stroke, fill, width: 1.5}});
    return {
      data: [placed.map(dot => dot.x), layer('other'), layer('tied'), layer('best')],
      series: [marks(look.muted, look.panel, 6), marks(look.accent, look.panel, 7), marks(look.accent, look.accent, 9)],
      x: {
        log,
        names: categories,
        range: categories ? [-0.6, categories.length - 0.4] : padded(extent(placed.map(dot => dot.x)), log),
      },
      y: {range: padded(extent(placed.map(dot => dot.y)), false)},
      bare: true,
      pick: u => {
        let nearest = null;
        let least = 20;
        for (const dot of placed) {
          const away = Math.hypot(u.valToPos(dot.x, 'x') - u.cursor.left, u.valToPos(dot.y, 'y') - u.cursor.top);
          if (away < least) [nearest, least] = [dot, away];
        }
        const value = nearest && (categories ? categories[Math.round(nearest.x)] : written(nearest.x));
        return nearest ? `Trial ${nearest.trial} · ${value}: ${metric} ${written(nearest.y)}` : '';
      },
    };
  }

  // Loss beyond this multiple of where it began only says "diverged", and would flatten everything else.
  const DIVERGED = 2;

  function rangeTest({smoothed, raw, usableLow, usableHigh, divergence, own}, look) {
    const rates = smoothed.x.length ? smoothed.x : raw.x;
    const tables = [smoothed, raw].map(curve => [curve.x, curve.y]);
    const start = finite([...smoothed.y, ...raw.y])[0];
    const [low, high] = extent([...smoothed.y, ...raw.y]);
    const xRange = padded(extent([...rates, own]), true);

    function upright(u, rate, colour, dash) {
      if (rate == null || rate < xRange[0] || rate > xRange[1]) return;
      const x = Math.round(u.valToPos(rate, 'x', true));
      u.ctx.save();
      u.ctx.strokeStyle = colour;
      u.ctx.lineWidth = 2 * devicePixelRatio;
      u.ctx.setLineDash(dash.map(length => length * devicePixelRatio));
      u.ctx.beginPath();
      u.ctx.moveTo(x, u.bbox.top);
      u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
      u.ctx.stroke();
      u.ctx.restore();
    }

    function shade(u) {
      if (usableLow == null || usableHigh == null) return;
      const inside = rate => Math.min(Math.max(rate, xRange[0]), xRange[1]);
      const left = u.valToPos(inside(usableLow), 'x', true);
      const right = u.valToPos(inside(usableHigh), 'x', true);
      u.ctx.save();
      u.ctx.globalAlpha = 0.16;
      u.ctx.fillStyle = look.pass;
      u.ctx.fillRect(left, u.bbox.top, right - left, u.bbox.height);
      u.ctx.restore();
    }

    const data = uPlot.join(tables);
    return {
      data,
      series: [
        {stroke: look.accent, width: 2, spanGaps: true},
        {stroke: look.muted, width: 1, spanGaps: true},
      ],
      x: {label: 'learning rate', log: true, range: xRange},
      y: {label: 'loss', range: padded([low, start > 0 ? Math.min(high, DIVERGED * start) : high], false)},
      hooks: {
        drawClear: [shade],
        draw: [u => upright(u, divergence, look.reject, [4, 4]), u => upright(u, own, look.second, [])],
      },
      pick: u => u.cursor.idx == null ? '' : `${written(data[0][u.cursor.idx])}: loss ${written(data[1][u.cursor.idx])}`,
    };
  }

  return {losses, validation, 'epoch-losses': epochLosses, 'epoch-values': epochValues, scatter, 'range-test': rangeTest, written};
})();

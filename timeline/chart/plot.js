// Plotly holds the numeric axis, its range, and every mark with a firm outline: days, stretches that
// lasted, what is only implied. No text of a document is ever given to it.

let loading = null;

/** Plotly.js, loaded once a page from our own server. */
function loadPlotly(address) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  loading = loading || new Promise((resolve, reject) => {
    const script = h("script", { src: address, async: true });
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      loading = null;
      reject(new Error("Plotly.js could not be loaded"));
    };
    document.head.append(script);
  });
  return loading;
}

const PLOT_CONFIG = { staticPlot: true, displayModeBar: false, showSendToCloud: false, responsive: false };

function plotLayout(view) {
  const { from, to, width, height } = view;
  return {
    width,
    height,
    margin: { l: 0, r: 0, t: 0, b: 0, pad: 0 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    showlegend: false,
    hovermode: false,
    dragmode: false,
    barmode: "overlay",
    xaxis: {
      type: "linear", range: [from, to], fixedrange: true, zeroline: false, showline: false, showticklabels: false,
      ticks: "", showgrid: false,
    },
    yaxis: { type: "linear", range: [height, 0], fixedrange: true, visible: false, showgrid: false, zeroline: false },
  };
}

/** Three traces, whatever the number of events: days, stretches that lasted, implied stretches. */
function plotTraces(view) {
  const { colours } = view;
  const days = { x: [], y: [], size: [], fill: [], line: [], stroke: [] };
  const lasted = { x: [], y: [] };
  const hollow = { base: [], x: [], y: [], fill: [] };
  const toAxis = (px) => view.from + (px / view.width) * (view.to - view.from);
  for (const { unit, y } of view.marks) {
    const on = unit.event.id === view.selected;
    for (const { mark, p, q, r } of unit.drawn) {
      if (q < -40 || p > view.width + 40) continue;
      const empty = isHollow(unit.event, mark);
      if (unit.event.status === "planned" && !mark.differs) continue;  // pointed, which Plotly has no form for
      if (r) {
        days.x.push(toAxis((p + q) / 2));
        days.y.push(y);
        days.size.push(2 * r);
        days.fill.push(empty ? (on ? colours.hl : colours.page) : colours.mark);
        days.line.push(on ? 2 : 1.75);
        days.stroke.push(on && !empty ? colours.hlink : empty ? colours.mark : colours.page);
      } else if (mark.form === "since" || mark.form === "before" || mark.about) {
        continue;
      } else if (empty) {
        hollow.base.push(toAxis(p + 0.9));
        hollow.x.push(toAxis(q - 0.9) - toAxis(p + 0.9));
        hollow.y.push(y);
        hollow.fill.push((on ? colours.hl : colours.page));
      } else if (mark.form === "lasted") {
        lasted.x.push(toAxis(Math.max(p, -50)), toAxis(Math.min(q, view.width + 50)), null);
        lasted.y.push(y, y, null);
      }
    }
  }
  const quiet = { hoverinfo: "skip", showlegend: false, cliponaxis: false };
  return [
    { ...quiet, type: "scatter", mode: "lines", x: lasted.x, y: lasted.y, line: { color: colours.mark, width: 10 } },
    {
      hoverinfo: "skip", showlegend: false, cliponaxis: false, type: "bar", orientation: "h",
      base: hollow.base, x: hollow.x, y: hollow.y, width: 9,
      marker: { color: hollow.fill, line: { color: colours.mark, width: 1.75 }, cornerradius: 4.5 },
    },
    {
      ...quiet, type: "scatter", mode: "markers", x: days.x, y: days.y,
      marker: { size: days.size, color: days.fill, opacity: 1, line: { color: days.stroke, width: days.line } },
    },
  ];
}

/** The colours that Plotly needs, as values: it knows no CSS variables. */
function coloursOf(style) {
  return Object.fromEntries(["page", "mark", "hl", "hlink"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** Draws what a view holds; says whether Plotly was there to draw it. */
function drawPlot(host, view) {
  if (!window.Plotly) return false;
  window.Plotly.react(host, plotTraces(view), plotLayout(view), PLOT_CONFIG);
  return true;
}

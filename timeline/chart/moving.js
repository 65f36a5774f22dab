// The chart in motion is a picture. To make elements of a frame's shapes, lay them out and draw them takes longer than a
// frame; so while the window moves they are painted, from the same description, in the looks that the style sheet gives
// them. Once the motion rests they become elements, which look the same (redraw.js).

const SKEW = Math.tan((35 * Math.PI) / 180);  // of the hatch (marks.js)

class MovingPicture {
  constructor() {
    this.host = h("canvas", { class: "moving", "aria-hidden": "true", hidden: true });
    this.pen = this.host.getContext("2d", { alpha: false });
    this.sheet = s("svg", { class: "samples", width: 0, height: 0, "aria-hidden": "true" });  // in the page only while it is asked
    this.restyled();
  }

  /** Looks and widths of words are asked for once, and again where the page says that they are others. */
  restyled() {
    this.sheet.replaceChildren();
    this.ground = { node: this.sheet, kinds: new Map() };
    this.widths = new Map();
  }

  /** Paints shapes, the later above the earlier, in a picture of so many pixels, and shows it. */
  paint(shapes, width, height, ground) {
    const { pen, host } = this;
    const sharp = window.devicePixelRatio || 1;
    if (host.width !== Math.round(width * sharp) || host.height !== Math.round(height * sharp)) {
      [host.width, host.height] = [Math.round(width * sharp), Math.round(height * sharp)];
      [host.style.width, host.style.height] = [`${width}px`, `${height}px`];
      [this.font, pen.miterLimit, pen.textRendering] = ["", 4, "optimizeLegibility"];
    }
    pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    pen.fillStyle = ground;
    pen.fillRect(0, 0, width, height);
    this.all(shapes, this.ground);
    host.hidden = false;
  }

  /** Gives the place back to the elements, and the memory that it took. */
  hide() {
    if (this.host.hidden) return;
    this.host.hidden = true;
    [this.host.width, this.host.height] = [0, 0];
  }

  /** Learns the looks of shapes before they are first painted: to ask for them takes a frame's time. */
  learn(shapes, within = this.ground) {
    for (const one of shapes) if (one.attributes) this.learn(one.children, this.lookOf(one, within));
  }

  all(shapes, within) {
    for (const one of shapes) {
      const draw = PAINTERS[one.tag];
      if (draw) draw(this, one.attributes, this.lookOf(one, within), one.children);
    }
  }

  /** How a shape looks within another, by the style sheet: {fill, stroke, width, …}. One sample of each kind is asked. */
  lookOf({ tag, attributes }, within) {
    const kind = `${tag} ${attributes.class ?? ""} ${attributes["font-size"] ?? ""}`;
    let look = within.kinds.get(kind);
    if (look) return look;
    const node = s(tag, { class: attributes.class, "font-size": attributes["font-size"] });
    within.node.append(node);
    this.host.after(this.sheet);
    const style = getComputedStyle(node);
    const colour = (value) => (value === "none" || value === "rgba(0, 0, 0, 0)" ? null : value);
    look = { node, kinds: new Map(), fill: colour(style.fill), stroke: colour(style.stroke), width: parseFloat(style.strokeWidth),
      opacity: Number(style.opacity), thin: Number(style.fillOpacity), cap: style.strokeLinecap, join: style.strokeLinejoin,
      dash: style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(",").map(parseFloat),
      font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
      line: style.textDecorationLine === "underline" ? { colour: style.textDecorationColor, thick: parseFloat(style.textDecorationThickness) || 1 } : null };
    this.sheet.remove();
    within.kinds.set(kind, look);
    return look;
  }

  /** Fills and strokes what `trace` leads the pen along; `fill` where a shape has one of its own. */
  draw(look, trace, fill = look.fill) {
    const { pen } = this;
    if (!fill && !look.stroke) return;
    pen.beginPath();
    const path_ = trace(pen);
    const along = path_ ? [path_] : [];
    pen.globalAlpha = look.opacity * look.thin;
    if (fill) {
      pen.fillStyle = fill;
      pen.fill(...along);
    }
    if (look.stroke) {
      pen.globalAlpha = look.opacity;
      this.strokeWith(look);
      pen.stroke(...along);
    }
    pen.globalAlpha = 1;
  }

  strokeWith({ stroke, width, cap, join, dash }) {
    const { pen } = this;
    [pen.strokeStyle, pen.lineWidth, pen.lineCap, pen.lineJoin] = [stroke, width, cap, join];
    pen.setLineDash(dash);
  }

  wordsIn(look) {
    if (this.font === look.font) return;
    this.font = look.font;
    this.pen.font = look.font;
  }

  widthOf(children, look) {
    let wide = 0;
    for (const one of children) {
      if (one.tag !== "#text") wide += (one.attributes.dx || 0) + this.widthOf(one.children, this.lookOf(one, look));
      else {
        const name = `${look.font}\n${one.words}`;
        if (!this.widths.has(name)) {
          this.wordsIn(look);
          this.widths.set(name, this.pen.measureText(one.words).width);
        }
        wide += this.widths.get(name);
      }
    }
    return wide;
  }

  /** Writes words and parts of words one beside the other; gives the place behind them. */
  write(children, look, x, y) {
    const { pen } = this;
    for (const one of children) {
      if (one.tag !== "#text") {
        x = this.write(one.children, this.lookOf(one, look), x + (one.attributes.dx || 0), y);
        continue;
      }
      this.wordsIn(look);
      const wide = look.line || one !== children[children.length - 1] || children.length > 1 ? this.widthOf([one], look) : 0;
      if (look.line) {
        pen.fillStyle = look.line.colour;
        pen.fillRect(x, y + 2, wide, look.line.thick);
      }
      if (look.stroke) {
        this.strokeWith(look);
        pen.strokeText(one.words, x, y);
      }
      pen.fillStyle = look.fill;
      pen.fillText(one.words, x, y);
      x += wide || this.widthOf([one], look);
    }
    return x;
  }

  /** A bar that fades at both ends, as its gradient (marks.js) has it, or the hatch of one that is wider than the window. */
  soft({ x, y, width, height, rx, fill }, look) {
    const { pen } = this;
    const mark = this.lookOf({ tag: "rect", attributes: { class: "solid" } }, this.ground).fill;
    if (fill === "url(#hatch)") {
      pen.save();
      pen.beginPath();
      pen.rect(x, y, width, height);
      pen.clip();
      pen.beginPath();
      for (let left = Math.floor(x / 8) * 8 - 8; left < x + width + 8; left += 8) {
        const [above, below] = [left - y * SKEW, left - (y + height) * SKEW];
        pen.moveTo(above, y);
        pen.lineTo(above + 4, y);
        pen.lineTo(below + 4, y + height);
        pen.lineTo(below, y + height);
      }
      pen.globalAlpha = 0.8 * look.opacity;
      pen.fillStyle = mark;
      pen.fill();
      pen.restore();
      return;
    }
    const share = Number(fill.match(/\d+/)[0]) / 50;
    const fade = pen.createLinearGradient(x, 0, x + width, 0);
    const clear = mark.replace("rgb(", "rgba(").replace(")", ", 0)");
    for (const [at, colour] of [[0, clear], [share, mark], [1 - share, mark], [1, clear]]) fade.addColorStop(at, colour);
    this.draw(look, (along) => along.roundRect(x, y, width, height, Math.min(rx, width / 2)), fade);
  }
}

/** How each kind of shape is painted; what has none here is nothing to see. */
const PAINTERS = {
  g(picture, { transform }, look, children) {
    const [x, y] = placeIn(transform);
    picture.pen.translate(x, y);
    picture.all(children, look);
    picture.pen.translate(-x, -y);
  },
  rect(picture, attributes, look) {
    const { x = 0, y = 0, width, height, rx = 0, fill } = attributes;
    if (width <= 0 || height <= 0) return;
    if (fill) picture.soft(attributes, look);
    else picture.draw(look, (pen) => pen.roundRect(x, y, width, height, Math.min(rx, width / 2, height / 2)));
  },
  circle(picture, { cx, cy, r }, look) {
    picture.draw(look, (pen) => pen.arc(cx, cy, r, 0, 2 * Math.PI));
  },
  line(picture, { x1, x2, y1, y2 }, look) {
    picture.draw(look, (pen) => {
      pen.moveTo(x1, y1);
      pen.lineTo(x2, y2);
    });
  },
  path(picture, { d }, look) {
    if (d) picture.draw(look, () => new Path2D(d));
  },
  text(picture, { transform, x = 0, y = 0, "text-anchor": anchor }, look, children) {
    const [left, top] = placeIn(transform);
    const back = anchor === "middle" ? picture.widthOf(children, look) / 2 : 0;
    picture.write(children, look, left + x - back, top + y);
  },
};

/** The place that `standing` wrote. */
function placeIn(transform) {
  if (!transform) return [0, 0];
  const gap = transform.indexOf(" ");
  return [Number(transform.slice(10, gap)), Number(transform.slice(gap + 1, -1))];
}

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

  /** Looks, and in them widths of words, are asked for once, and again where the page says that they are others. */
  restyled() {
    this.sheet.replaceChildren();
    this.ground = { node: this.sheet, kinds: new Map() };
  }

  /** Paints shapes, the later above the earlier, in a picture of so many pixels, and shows it. */
  paint(shapes, width, height, ground) {
    const { pen, host } = this;
    const sharp = window.devicePixelRatio || 1;
    if (host.width !== Math.round(width * sharp) || host.height !== Math.round(height * sharp)) {
      [host.width, host.height] = [Math.round(width * sharp), Math.round(height * sharp)];
      [host.style.width, host.style.height] = [`${width}px`, `${height}px`];
      [pen.miterLimit, pen.textRendering] = [4, "optimizeLegibility"];
    }
    pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    pen.fillStyle = ground;
    pen.fillRect(0, 0, width, height);
    this.put(shapes);
    host.hidden = false;
  }

  /** Paints shapes, and their words above all of them. */
  put(shapes) {
    [this.x, this.y] = [0, 0];
    this.said = new Map();
    this.all(shapes, this.ground);
    for (const [look, words] of this.said) this.say(words, look);
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
    look = { node, kinds: new Map(), widths: new Map(), fill: colour(style.fill), stroke: colour(style.stroke), width: parseFloat(style.strokeWidth),
      opacity: Number(style.opacity), thin: Number(style.fillOpacity), cap: style.strokeLinecap, join: style.strokeLinejoin,
      dash: style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(",").map(parseFloat),
      font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
      underlined: style.textDecorationLine === "underline" };
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

  widthOf(words, look) {
    let wide = look.widths.get(words);
    if (wide === undefined) {
      this.pen.font = look.font;
      look.widths.set(words, wide = this.pen.measureText(words).width);
    }
    return wide;
  }

  widthOfAll(children, look) {
    return children.reduce((sum, one) => sum + (one.tag === "#text" ? this.widthOf(one.words, look)
      : (one.attributes.dx || 0) + this.widthOfAll(one.children, this.lookOf(one, look))), 0);
  }

  /** Notes words and parts of words one beside the other, to be said when all else is painted; gives the place behind them. */
  write(children, look, x, y, more = false) {
    children.forEach((one, i) => {
      const followed = more || i < children.length - 1;
      if (one.tag !== "#text") x = this.write(one.children, this.lookOf(one, look), x + (one.attributes.dx || 0), y, followed);
      else {
        if (!this.said.has(look)) this.said.set(look, []);
        this.said.get(look).push([one.words, x, y]);
        if (followed) x += this.widthOf(one.words, look);
      }
    });
    return x;
  }

  /** Writes all words of one look: to change letters and colours takes longer than to write. */
  say(all, look) {
    const { pen } = this;
    pen.font = look.font;
    if (look.stroke) {
      this.strokeWith(look);
      for (const [words, x, y] of all) pen.strokeText(words, x, y);
    }
    pen.fillStyle = look.fill;
    if (look.underlined) for (const [words, x, y] of all) pen.fillRect(x, y + 1.8, this.widthOf(words, look), 1.2);
    for (const [words, x, y] of all) pen.fillText(words, x, y);
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
    [picture.x, picture.y] = [picture.x + x, picture.y + y];
    picture.all(children, look);
    [picture.x, picture.y] = [picture.x - x, picture.y - y];
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
    const back = anchor === "middle" ? picture.widthOfAll(children, look) / 2 : 0;
    picture.write(children, look, picture.x + left + x - back, picture.y + top + y);
  },
};

/** The place that `standing` wrote. */
function placeIn(transform) {
  if (!transform) return [0, 0];
  const gap = transform.indexOf(" ");
  return [Number(transform.slice(10, gap)), Number(transform.slice(gap + 1, -1))];
}

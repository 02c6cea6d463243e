/// How classes look: `charts.css` of the theme, and the same inside a chart’s own file.
///
/// Colour comes from custom properties alone: `--ink`, `--ground`, `--grid` and `--objective`
/// (or `--objective-1`… by class), so that a theme, the dark, forced colours and paper restyle
/// a chart without drawing it again.
public enum ChartStyle {
  /// The rules of the marks.
  public static let sheet = """
    .chart {
      display: block;
      width: 100%;
      height: auto;
      overflow: visible;
      color: var(--ink, CanvasText);
      font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      font-size: 12px;
      font-variant-numeric: tabular-nums;
      --mark: var(--objective, var(--ink, CanvasText));
      --paper: var(--ground, Canvas);
      --rule: var(--grid, GrayText);
    }
    .chart-wide { max-width: 45rem; }
    .chart-spark { display: inline-block; width: 10rem; height: auto; vertical-align: middle; }
    .chart-narrow:not(.chart-spark) { display: none; max-width: 26rem; }
    @media (max-width: 40rem) {
      .chart-wide { display: none; }
      .chart-narrow:not(.chart-spark) { display: block; }
    }
    @media print {
      .chart-wide { display: block; break-inside: avoid; }
      .chart-narrow:not(.chart-spark) { display: none; }
    }
    .chart.objective-1, .chart .objective-1 { --mark: var(--objective-1, var(--objective, var(--ink, CanvasText))); }
    .chart.objective-2, .chart .objective-2 { --mark: var(--objective-2, var(--objective, var(--ink, CanvasText))); }
    .chart.objective-3, .chart .objective-3 { --mark: var(--objective-3, var(--objective, var(--ink, CanvasText))); }
    .chart.objective-4, .chart .objective-4 { --mark: var(--objective-4, var(--objective, var(--ink, CanvasText))); }
    .chart .neutral { --mark: currentColor; }
    .chart text { fill: currentColor; stroke: none; }
    .chart .end, .chart .end text { text-anchor: end; }
    .chart .end text.inner { text-anchor: start; }
    .chart .middle, .chart .middle text { text-anchor: middle; }
    .chart .label, .chart .label text { font-weight: 600; }
    .chart .value text, .chart text.value, .chart text.label, .chart text.near, .chart .name text {
      paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round;
    }
    .chart .near.s1, .chart .near.s3, .chart .near.s5 { fill: var(--mark); }
    .chart path { fill: none; stroke-width: 1px; }
    .chart .grid, .chart .rail, .chart .leader, .chart .frame, .chart .span { stroke: var(--rule); }
    .chart .grid { stroke-opacity: 0.45; }
    .chart .axis { stroke: currentColor; }
    .chart .tiny text { font-size: 11.5px; }
    .chart .line { stroke: var(--mark); stroke-width: 2.25px; stroke-linejoin: round; }
    .chart .dot { fill: var(--mark); stroke: var(--mark); stroke-width: 1.25px; }
    .chart .dot.soft { fill: var(--paper); }
    .chart .s2 .line { stroke: currentColor; stroke-dasharray: 7 3; }
    .chart .s2 .dot { fill: currentColor; stroke: currentColor; }
    .chart .s3 .line { stroke-dasharray: 2 3; }
    .chart .s3 .dot { fill: var(--paper); stroke-width: 2px; }
    .chart .s4 .line { stroke: currentColor; stroke-dasharray: 10 3 2 3; }
    .chart .s4 .dot { fill: currentColor; stroke: currentColor; }
    .chart .s5 .line { stroke-width: 1.25px; }
    .chart .s5 .dot { fill: var(--paper); }
    .chart .s6 .line { stroke: currentColor; stroke-width: 1.25px; stroke-dasharray: 1 3; }
    .chart .s6 .dot { stroke: currentColor; stroke-width: 2px; }
    .chart .s2 .dot.soft, .chart .s4 .dot.soft { fill: var(--paper); }
    .chart .s3 .dot.soft, .chart .s5 .dot.soft, .chart .s6 .dot.soft { stroke-width: 1px; stroke-dasharray: 1.5 1.5; }
    .chart .bar { fill: var(--mark); stroke: var(--mark); }
    .chart .bar.s2 { fill: var(--mark); fill-opacity: 0.3; }
    .chart .bar.s3 { fill: currentColor; stroke: currentColor; }
    .chart .bar.s4 { fill: var(--paper); stroke-width: 1.5px; }
    .chart .bar.s5 { fill: currentColor; stroke: currentColor; fill-opacity: 0.2; }
    .chart .bar.s6 { fill: var(--paper); stroke: currentColor; stroke-width: 1.5px; }
    .chart .bar.soft { fill-opacity: 0.4; stroke-dasharray: 3 2; }
    .chart .bar.s2.soft { fill-opacity: 0.12; }
    .chart .bar.s3.soft { fill-opacity: 0.3; }
    .chart .bar.s5.soft { fill-opacity: 0.1; }
    .chart-stacked .bar { stroke: var(--paper); stroke-width: 1.25px; }
    .chart-stacked .bar.s2, .chart-stacked .bar.s4, .chart-stacked .bar.soft { stroke: var(--mark); }
    .chart-stacked .bar.s5, .chart-stacked .bar.s6, .chart-stacked .bar.s3.soft { stroke: currentColor; }
    .chart .under { fill: var(--paper); }
    .chart .inside.s1 text, .chart .inside.s3 text { fill: var(--paper); }
    .chart .halo { stroke: var(--paper); stroke-width: 5px; }
    .chart .target { stroke: currentColor; stroke-width: 1.75px; stroke-dasharray: 5 3; }
    .chart .baseline { stroke: currentColor; stroke-width: 1.25px; stroke-dasharray: 1 3; stroke-linecap: round; }
    .chart-bullet .target { stroke-width: 3px; stroke-dasharray: none; }
    .chart-bullet .baseline { stroke-width: 2px; stroke-dasharray: 2 2; stroke-linecap: butt; }
    .chart .break { stroke: currentColor; stroke-width: 1.5px; stroke-dasharray: 4 2 1 2; }
    .chart .track { fill: var(--rule); fill-opacity: 0.25; stroke: var(--rule); }
    .chart .elapsed { fill: var(--mark); fill-opacity: 0.25; }
    .chart .today { stroke: currentColor; stroke-width: 1.75px; }
    .chart .hidden { stroke: currentColor; }
    .chart .sign { stroke: currentColor; stroke-width: 1.5px; }
    .chart .way { stroke: var(--mark); stroke-width: 4px; }
    .chart .stop { fill: var(--paper); stroke: currentColor; stroke-width: 1.5px; }
    .chart .stop.done { fill: var(--mark); stroke: var(--mark); }
    .chart .check { stroke: var(--paper); stroke-width: 2.25px; }
    .chart .tile { fill: var(--paper); stroke: var(--mark); stroke-width: 1.25px; }
    .chart .tile.completed { fill: var(--mark); }
    .chart .tile.continuing { fill: var(--mark); fill-opacity: 0.25; }
    .chart .tile.not-started { stroke-dasharray: 2 2; }
    .chart .tile.no-information, .chart .tile.withdrawn { stroke: var(--rule); }
    .chart .glyph { stroke: var(--mark); stroke-width: 2px; }
    .chart .glyph.planned, .chart .glyph.under-way { fill: var(--mark); stroke-width: 1px; }
    .chart .glyph.completed { stroke: var(--paper); }
    .chart .glyph.no-information, .chart .glyph.withdrawn { stroke: currentColor; }
    .chart-map text.label { stroke: none; }
    .chart .district { fill: var(--mark); fill-opacity: 0; stroke: var(--mark); }
    .chart .district.q0 { fill-opacity: 0.08; }
    .chart .district.q1 { fill-opacity: 0.18; }
    .chart .district.q2 { fill-opacity: 0.28; }
    .chart .district.q3 { fill-opacity: 0.4; }
    .chart .district.q0.far, .chart .district.n0.far { fill-opacity: 0.1; }
    .chart .district.q1.far, .chart .district.n1.far { fill-opacity: 0.24; }
    .chart .district.q2.far, .chart .district.n2.far { fill-opacity: 0.34; }
    .chart .district.q3.far, .chart .district.n3.far { fill-opacity: 0.38; }
    .chart .district.n0, .chart .district.n1, .chart .district.n2, .chart .district.n3 { fill: currentColor; stroke: currentColor; stroke-width: 2.25px; }
    .chart .district.soft { stroke-dasharray: 3 2; }
    @media (forced-colors: active) {
      .chart {
        --ink: CanvasText; --ground: Canvas; --grid: GrayText; --objective: CanvasText;
        --objective-1: CanvasText; --objective-2: CanvasText; --objective-3: CanvasText;
        --objective-4: CanvasText;
      }
      .chart .bar.s3:not(.soft) { fill-opacity: 0.6; }
    }

    """

  /// Colours for a chart that has no page: those of the default theme, light and dark.
  static let tokens = """
    :root {
      --ground: #fbfaf7; --ink: #1b1f24; --grid: #8a8f96;
      --objective: #2b5fb8; --objective-1: #0f7b6c; --objective-2: #2b5fb8;
      --objective-3: #a8500f; --objective-4: #7a2a7f;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14171c; --ink: #e8e6e1; --grid: #6f757e;
        --objective: #8ab4f8; --objective-1: #4fc3b0; --objective-2: #8ab4f8;
        --objective-3: #f2a66b; --objective-4: #e29ad6;
      }
    }

    """
}

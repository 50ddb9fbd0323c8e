import { parser } from '@prometheus-io/lezer-promql';
import type { SyntaxNode } from '@lezer/common';

export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** What was scraped at a moment; `__name__` is among the labels. */
export interface Scrape {
  readonly at: number;
  readonly samples: readonly Sample[];
}

/** An instant vector, or a number. */
type Value = readonly Sample[] | number;

/** So long a sample stands for its series. */
const LOOKBACK = 5 * 60_000;
const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Evaluates the part of PromQL that the alert rules are written in, as Prometheus does; anything else is refused rather than guessed. */
export class PromQL {
  readonly #scrapes: readonly Scrape[];

  constructor(scrapes: readonly Scrape[]) {
    this.#scrapes = scrapes;
  }

  /** @returns what the expression finds at a moment: nothing for an alert that is silent. */
  evaluate(expression: string, at: number): readonly Sample[] {
    const top = parser.parse(expression).topNode.firstChild;
    const value = new Evaluation(this.#scrapes, expression, at).valueOf(top);
    return typeof value === 'number' ? [{ labels: {}, value }] : value;
  }
}

const keyOf = (labels: Labels): string =>
  JSON.stringify(Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1)));

const withoutName = ({ __name__: _, ...labels }: Labels): Labels => labels;

const COMPARISONS: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  Gtr: (one, other) => one > other,
  Gte: (one, other) => one >= other,
  Lss: (one, other) => one < other,
  Lte: (one, other) => one <= other,
  Eql: (one, other) => one === other,
};
const ARITHMETIC: Readonly<Record<string, (one: number, other: number) => number>> = {
  Add: (one, other) => one + other,
  Sub: (one, other) => one - other,
  Mul: (one, other) => one * other,
  Div: (one, other) => one / other,
};
const AGGREGATES: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
};

class Evaluation {
  readonly #scrapes: readonly Scrape[];
  readonly #text: string;
  readonly #at: number;

  constructor(scrapes: readonly Scrape[], text: string, at: number) {
    this.#scrapes = scrapes;
    this.#text = text;
    this.#at = at;
  }

  #textOf = (node: SyntaxNode): string => this.#text.slice(node.from, node.to);

  #child(node: SyntaxNode, name: string): SyntaxNode {
    const found = node.getChild(name);
    if (!found) throw new Error(`no ${name} in: ${this.#textOf(node)}`);
    return found;
  }

  valueOf(node: SyntaxNode | null): Value {
    switch (node?.name) {
      case 'NumberDurationLiteral':
        return Number(this.#textOf(node));
      case 'ParenExpr':
        return this.valueOf(node.firstChild);
      case 'VectorSelector':
        return this.#select(node, this.#at);
      case 'OffsetExpr':
        return this.#select(
          this.#child(node, 'VectorSelector'),
          this.#at - this.#duration(this.#child(node, 'OffsetDurationExpr')),
        );
      case 'FunctionCall':
        return this.#increase(node);
      case 'AggregateExpr':
        return this.#aggregate(node);
      case 'BinaryExpr':
        return this.#combine(node);
      default:
        throw new Error(`not understood: ${node ? `${node.name} ${this.#textOf(node)}` : this.#text}`);
    }
  }

  #vector(node: SyntaxNode | null): readonly Sample[] {
    const value = this.valueOf(node);
    if (typeof value === 'number') throw new Error(`a number where series are asked for: ${this.#text}`);
    return value;
  }

  #duration(node: SyntaxNode): number {
    const [, count, unit] = /^(\d+)([smhdw])$/.exec(this.#textOf(node)) ?? [];
    const length = UNITS[unit ?? ''];
    if (length === undefined) throw new Error(`no length of time: ${this.#textOf(node)}`);
    return Number(count) * length;
  }

  /** Which series a selector means. */
  #matcher(selector: SyntaxNode): (labels: Labels) => boolean {
    const name = this.#textOf(this.#child(selector, 'Identifier'));
    const conditions = (selector.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? []).map(
      (matcher) => {
        const label = this.#textOf(this.#child(matcher, 'LabelName'));
        const text = JSON.parse(this.#textOf(this.#child(matcher, 'StringLiteral'))) as string;
        const operator = this.#textOf(this.#child(matcher, 'MatchOp'));
        const pattern = new RegExp(`^(?:${text})$`);
        if (operator === '=') return (labels: Labels) => (labels[label] ?? '') === text;
        if (operator === '=~') return (labels: Labels) => pattern.test(labels[label] ?? '');
        throw new Error(`not understood: ${operator}`);
      },
    );
    return (labels) => labels['__name__'] === name && conditions.every((holds) => holds(labels));
  }

  #select(selector: SyntaxNode, at: number): readonly Sample[] {
    const isMeant = this.#matcher(selector);
    const newest = this.#scrapes.filter((scrape) => scrape.at <= at && scrape.at > at - LOOKBACK).at(-1);
    return newest?.samples.filter(({ labels }) => isMeant(labels)) ?? [];
  }

  /** With Prometheus's extrapolation: a rule must not depend on when within its range something happened. */
  #increase(call: SyntaxNode): readonly Sample[] {
    const name = this.#textOf(this.#child(call, 'FunctionIdentifier'));
    if (name !== 'increase') throw new Error(`not understood: ${name}`);
    const matrix = this.#child(this.#child(call, 'FunctionCallBody'), 'MatrixSelector');
    const range = this.#duration(this.#child(matrix, 'DurationExpr'));
    const isMeant = this.#matcher(this.#child(matrix, 'VectorSelector'));
    const series = new Map<string, { labels: Labels; points: { at: number; value: number }[] }>();
    for (const { at, samples } of this.#scrapes) {
      if (at < this.#at - range || at > this.#at) continue;
      for (const { labels, value } of samples.filter((sample) => isMeant(sample.labels))) {
        const known = series.get(keyOf(labels)) ?? { labels: withoutName(labels), points: [] };
        known.points.push({ at, value });
        series.set(keyOf(labels), known);
      }
    }
    return [...series.values()]
      .filter(({ points }) => points.length > 1)
      .map(({ labels, points }) => ({ labels, value: increaseOf(points, this.#at - range, this.#at) }));
  }

  #aggregate(node: SyntaxNode): readonly Sample[] {
    const operation = this.#textOf(this.#child(node, 'AggregateOp'));
    const aggregate = AGGREGATES[operation];
    if (!aggregate) throw new Error(`not understood: ${operation}`);
    const modifier = node.getChild('AggregateModifier');
    if (modifier && !modifier.getChild('By')) throw new Error(`not understood: ${this.#textOf(modifier)}`);
    const kept = (modifier?.getChild('GroupingLabels')?.getChildren('LabelName') ?? []).map(this.#textOf);
    const groups = new Map<string, { labels: Labels; values: number[] }>();
    for (const { labels, value } of this.#vector(this.#child(node, 'FunctionCallBody').firstChild)) {
      const own = Object.fromEntries(
        kept.flatMap((label) => (labels[label] ? [[label, labels[label]]] : [])),
      );
      const group = groups.get(keyOf(own)) ?? { labels: own, values: [] };
      group.values.push(value);
      groups.set(keyOf(own), group);
    }
    return [...groups.values()].map(({ labels, values }) => ({ labels, value: aggregate(values) }));
  }

  #combine(node: SyntaxNode): Value {
    const [left, operator, right] = [node.firstChild, node.firstChild?.nextSibling, node.lastChild];
    const name = operator?.name ?? '';
    if (name === 'And' || name === 'Or')
      return this.#combineSets(name, this.#vector(left), this.#vector(right));
    const [one, other] = [this.valueOf(left), this.valueOf(right)];
    const compare = COMPARISONS[name];
    const calculate = ARITHMETIC[name];
    if (!compare && !calculate) throw new Error(`not understood: ${name}`);
    if (typeof one === 'number' && typeof other === 'number' && calculate) return calculate(one, other);
    if (typeof one === 'number') throw new Error(`not understood: a number first in ${this.#textOf(node)}`);
    return one.flatMap((sample) => {
      const labels = withoutName(sample.labels);
      const partner =
        typeof other === 'number'
          ? other
          : other.find((candidate) => keyOf(withoutName(candidate.labels)) === keyOf(labels))?.value;
      if (partner === undefined) return [];
      if (calculate) return [{ labels, value: calculate(sample.value, partner) }];
      return compare?.(sample.value, partner) === true ? [sample] : [];
    });
  }

  #combineSets(name: 'And' | 'Or', one: readonly Sample[], other: readonly Sample[]): readonly Sample[] {
    const keysOf = (samples: readonly Sample[]): readonly string[] =>
      samples.map(({ labels }) => keyOf(withoutName(labels)));
    const [ones, others] = [keysOf(one), keysOf(other)];
    return name === 'And'
      ? one.filter((_, index) => others.includes(ones[index] ?? ''))
      : [...one, ...other.filter((_, index) => !ones.includes(others[index] ?? ''))];
  }
}

/** As Prometheus 2 extrapolates a counter to the ends of a range. */
function increaseOf(points: readonly { at: number; value: number }[], begin: number, end: number): number {
  const [first, last] = [points[0]!, points.at(-1)!];
  let increase = 0;
  points.slice(1).forEach(({ value }, index) => {
    const before = points[index]!.value;
    // A counter that is lower than before began anew.
    increase += value < before ? value : value - before;
  });
  const sampled = last.at - first.at;
  const between = sampled / (points.length - 1);
  let toBegin = first.at - begin;
  if (increase > 0) toBegin = Math.min(toBegin, sampled * (first.value / increase));
  const reach = (distance: number): number => (distance < between * 1.1 ? distance : between / 2);
  return (increase * (sampled + reach(toBegin) + reach(end - last.at))) / sampled;
}

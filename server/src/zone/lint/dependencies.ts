import type { NameId } from '../names/name-tree.ts';

/** Which owner names' findings hang on which other names, beyond those that their records point at. */
export class Dependencies {
  private readonly dependents = new Map<NameId, Set<NameId>>();
  private readonly asked = new Map<NameId, Set<NameId>>();
  private readonly negative = new Set<NameId>();
  private readonly outside = new Set<NameId>();

  add(subject: NameId, name: NameId): void {
    let asked = this.asked.get(subject);
    if (asked === undefined) this.asked.set(subject, asked = new Set());
    if (asked.has(name)) return;
    asked.add(name);
    const dependents = this.dependents.get(name);
    if (dependents === undefined) this.dependents.set(name, new Set([subject])); else dependents.add(subject);
  }

  addNegative(subject: NameId): void { this.negative.add(subject); }
  addOutside(subject: NameId, _name: string): void { this.outside.add(subject); }

  of(name: NameId): Iterable<NameId> { return this.dependents.get(name) ?? []; }
  negatives(): Iterable<NameId> { return this.negative; }
  outsiders(): Iterable<NameId> { return this.outside; }

  /** Forgets what a name's findings hang on, before its rules run again. */
  clear(subject: NameId): void {
    if (this.negative.size > 0) this.negative.delete(subject);
    if (this.outside.size > 0) this.outside.delete(subject);
    if (this.asked.size === 0) return;
    const asked = this.asked.get(subject);
    if (asked === undefined) return;
    for (const name of asked) {
      const dependents = this.dependents.get(name);
      if (dependents === undefined) continue;
      dependents.delete(subject);
      if (dependents.size === 0) this.dependents.delete(name);
    }
    this.asked.delete(subject);
  }
}

import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { conflict, outdated } from '../../common/errors.js';
import { skeleton } from '../../common/names.js';
import { duplicateKeys } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { EMPTY_FIELDS, type Template, type TemplateContent } from './rules/template.js';
import { TEMPLATE_MODEL, type TemplateDocument } from './template.schema.js';

/** What may be changed of a template. */
export type TemplateChanges = {
  readonly [Field in keyof TemplateContent | 'name']?: Template[Field] | undefined;
};

/** Templates of events. */
@Injectable()
export class TemplatesRepository {
  constructor(@InjectModel(TEMPLATE_MODEL) private readonly templates: Model<TemplateDocument>) {}

  /** @throws conflict `template_name_taken` */
  async create({ id, ...fields }: Template): Promise<void> {
    await unlikeOthers(() =>
      this.templates.create({ _id: id, ...fields, name_skeleton: skeleton(fields.name) }),
    );
  }

  async find(orgId: string, id: string): Promise<Template | null> {
    const document = await this.templates.findOne({ _id: id, org_id: orgId }).lean();
    return document && toTemplate(document);
  }

  /** By name, after the one whose name is `after`. */
  async list(orgId: string, after: string | null, limit: number): Promise<Template[]> {
    const later = after === null ? {} : { name_skeleton: { $gt: skeleton(after) } };
    const documents = await this.templates
      .find({ org_id: orgId, ...later })
      .sort({ name_skeleton: 1 })
      .limit(limit)
      .lean();
    return documents.map(toTemplate);
  }

  async count(orgId: string): Promise<number> {
    return this.templates.countDocuments({ org_id: orgId });
  }

  /**
   * @param seen the revision that the editor saw; `null` when they do not say
   * @returns `null` when there is none
   * @throws outdated when it is of another revision by now; conflict `template_name_taken`
   */
  async update(
    orgId: string,
    id: string,
    changes: TemplateChanges,
    seen: number | null,
  ): Promise<Template | null> {
    const { name } = changes;
    const looks = name === undefined ? {} : { name_skeleton: skeleton(name) };
    const document = await unlikeOthers(() =>
      this.templates
        .findOneAndUpdate(
          { _id: id, org_id: orgId, ...(seen !== null && { revision: ofRevision(seen) }) },
          { $set: { ...changes, ...looks, updated_at: new Date() }, $inc: { revision: 1 } },
          { returnDocument: 'after' },
        )
        .lean(),
    );
    if (document === null && seen !== null && (await this.find(orgId, id)) !== null)
      throw outdated('template');
    return document && toTemplate(document);
  }

  /** @returns whether there was one */
  async remove(orgId: string, id: string): Promise<boolean> {
    return (await this.templates.deleteOne({ _id: id, org_id: orgId })).deletedCount === 1;
  }

  async listMadeBy(userId: string): Promise<Template[]> {
    const documents = await this.templates.find({ created_by: userId }).lean();
    return documents.map(toTemplate);
  }

  async replaceMaker(userId: string, by: string): Promise<void> {
    await this.templates.updateMany({ created_by: userId }, { $set: { created_by: by } });
  }
}

function toTemplate({ name_skeleton: _skeleton, revision = 0, ...document }: TemplateDocument): Template {
  return { ...EMPTY_FIELDS, ...withId(document), revision };
}

/** Templates that are older than revisions have none. */
const ofRevision = (seen: number): number | { readonly $in: readonly (number | null)[] } =>
  seen === 0 ? { $in: [0, null] } : seen;

/** @throws conflict when the write would give a template the name of another one */
async function unlikeOthers<T>(write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!duplicateKeys(error).includes('name_skeleton')) throw error;
    throw conflict('template_name_taken', "Another template's name looks the same.");
  }
}

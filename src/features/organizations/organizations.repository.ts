import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { conflict } from '../../common/errors.js';
import type { Organization } from './rules/organization.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { ORGANIZATION_MODEL, type OrganizationDocument } from './organizations.schema.js';

/** What an admin may change. */
export type OrganizationChanges = Partial<
  Pick<Organization, 'name' | 'tag' | 'description' | 'website_url' | 'visibility'>
>;

/** A page of a list in order of creation. */
export interface PageRequest {
  /** The last id of the page before; `null` for the first page. */
  readonly after: string | null;
  readonly limit: number;
}

/** Organizations. */
@Injectable()
export class OrganizationsRepository {
  constructor(@InjectModel(ORGANIZATION_MODEL) private readonly organizations: Model<OrganizationDocument>) {}

  async findById(id: string): Promise<Organization | null> {
    const document = await this.organizations.findById(id).lean();
    return document && withId(document);
  }

  /** @throws conflict `tag_taken` */
  async create({ id, ...fields }: Organization): Promise<void> {
    await tagConflict(() => this.organizations.create({ _id: id, ...fields }));
  }

  /**
   * @returns the changed organization, `null` when there is none
   * @throws conflict `tag_taken`
   */
  async update(id: string, changes: OrganizationChanges): Promise<Organization | null> {
    const document = await tagConflict(() =>
      this.organizations
        .findOneAndUpdate(
          { _id: id },
          { $set: { ...changes, updated_at: new Date() } },
          { returnDocument: 'after' },
        )
        .lean(),
    );
    return document && withId(document);
  }

  /** Public organizations, and the private ones among `memberOf`. Unlisted ones are in no list but their members'. */
  async listVisible(memberOf: readonly string[], page: PageRequest): Promise<Organization[]> {
    const visible = {
      $or: [{ visibility: 'public' as const }, { visibility: 'private' as const, _id: { $in: memberOf } }],
    };
    const documents = await this.organizations
      .find({ ...visible, ...after(page) })
      .sort({ _id: 1 })
      .limit(page.limit)
      .lean();
    return documents.map(withId);
  }

  /** The organizations among `ids`, whatever their visibility. */
  async listByIds(ids: readonly string[], page: PageRequest): Promise<Organization[]> {
    const documents = await this.organizations
      .find({ $and: [{ _id: { $in: ids } }, after(page)] })
      .sort({ _id: 1 })
      .limit(page.limit)
      .lean();
    return documents.map(withId);
  }
}

function after(page: PageRequest): { _id?: { $gt: string } } {
  return page.after === null ? {} : { _id: { $gt: page.after } };
}

async function tagConflict<T>(write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw conflict('tag_taken', 'Another organization has this tag.');
    throw error;
  }
}

import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { conflict } from '../../common/errors.js';
import { skeleton } from '../../common/names.js';
import type { Organization } from './rules/organization.js';
import { duplicateKeys } from '../../infra/duplicate-key.js';
import { containing } from '../../infra/mentions.js';
import { withId } from '../../infra/with-id.js';
import { ORGANIZATION_MODEL, type OrganizationDocument } from './organizations.schema.js';

/** What an admin may change. */
export type OrganizationChanges = Partial<
  Pick<
    Organization,
    'name' | 'tag' | 'description' | 'website_url' | 'visibility' | 'free_seats_of_leavers' | 'ships'
  >
>;

/** A page of a list in order of creation. */
export interface PageRequest {
  /** The last id of the page before; `null` for the first page. */
  readonly after: string | null;
  readonly limit: number;
  /** Only those whose name or tag has this, or whose id it is. */
  readonly q?: string | undefined;
}

/** Organizations. */
@Injectable()
export class OrganizationsRepository {
  constructor(@InjectModel(ORGANIZATION_MODEL) private readonly organizations: Model<OrganizationDocument>) {}

  async findById(id: string): Promise<Organization | null> {
    const document = await this.organizations.findById(id).lean();
    return document && toOrganization(document);
  }

  /** @throws conflict `tag_taken`, `name_taken` */
  async create({ id, ...fields }: Organization): Promise<void> {
    const nameSkeleton = skeleton(fields.name);
    await unlikeOthers(() => this.organizations.create({ _id: id, ...fields, name_skeleton: nameSkeleton }));
  }

  /**
   * @returns the changed organization, `null` when there is none
   * @throws conflict `tag_taken`, `name_taken`
   */
  async update(id: string, changes: OrganizationChanges): Promise<Organization | null> {
    const { name } = changes;
    const seen = name === undefined ? {} : { name_skeleton: skeleton(name) };
    const document = await unlikeOthers(() =>
      this.organizations
        .findOneAndUpdate(
          { _id: id },
          { $set: { ...changes, ...seen, updated_at: new Date() } },
          { returnDocument: 'after' },
        )
        .lean(),
    );
    return document && toOrganization(document);
  }

  /** Gives the organization from one owner to another. @returns `null` when it is another one's by now */
  async transfer(id: string, from: string, to: string): Promise<Organization | null> {
    const document = await this.organizations
      .findOneAndUpdate(
        { _id: id, owner_id: from },
        { $set: { owner_id: to, updated_at: new Date() } },
        { returnDocument: 'after' },
      )
      .lean();
    return document && toOrganization(document);
  }

  /** The organizations that somebody owns. */
  async listOwned(userId: string): Promise<Organization[]> {
    const documents = await this.organizations.find({ owner_id: userId }).lean();
    return documents.map(toOrganization);
  }

  /** Public organizations, and the private ones among `memberOf`. Unlisted ones are in no list but their members'. */
  async listVisible(memberOf: readonly string[], page: PageRequest): Promise<Organization[]> {
    const visible = {
      $or: [{ visibility: 'public' as const }, { visibility: 'private' as const, _id: { $in: memberOf } }],
    };
    return this.listPage(visible, page);
  }

  /** Every organization. */
  async listAll(page: PageRequest): Promise<Organization[]> {
    return this.listPage({}, page);
  }

  /** The organizations among `ids`, whatever their visibility. */
  async listByIds(ids: readonly string[], page: PageRequest): Promise<Organization[]> {
    return this.listPage({ _id: { $in: ids } }, page);
  }

  private async listPage(
    among: QueryFilter<OrganizationDocument>,
    { after, limit, q }: PageRequest,
  ): Promise<Organization[]> {
    const from = after === null ? {} : { _id: { $gt: after } };
    const found =
      q === undefined ? {} : { $or: [{ name: containing(q) }, { tag: containing(q) }, { _id: q }] };
    const documents = await this.organizations
      .find({ $and: [among, from, found] })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return documents.map(toOrganization);
  }
}

function toOrganization({ name_skeleton: _skeleton, ...document }: OrganizationDocument): Organization {
  const { ships = [], free_seats_of_leavers: frees = true } = document;
  return withId({ ...document, ships, free_seats_of_leavers: frees });
}

/** @throws conflict when the write would give an organization what makes people take it for another one */
async function unlikeOthers<T>(write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const taken = duplicateKeys(error);
    if (taken.includes('tag')) throw conflict('tag_taken', 'Another organization has this tag.');
    if (taken.includes('name_skeleton')) {
      throw conflict('name_taken', "Another organization's name looks the same.");
    }
    throw error;
  }
}

import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { type EnqueuedJobType, JOBS } from './catalogue.js';
import type { JobPolicy } from './kinds.js';

/** How each kind of job is tried: as the catalogue says, but for what the operator set otherwise (`JOB_POLICIES`). */
@Injectable()
export class JobPolicies {
  constructor(private readonly config: Config) {}

  of(type: EnqueuedJobType): JobPolicy {
    return { ...JOBS[type].policy, ...this.config.jobPolicies[type] };
  }
}

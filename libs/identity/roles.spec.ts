import { describe, expect, it } from '@jest/globals';
import { may, permissions, rolesWith } from './roles.ts';

describe('what each role may do', () => {
  it('a lead records and follows; an auditor only looks; a reporter sees figures but no stories', () => {
    expect(permissions.filter((p) => may('lead', p))).toEqual(['change', 'follow', 'inspect', 'audit', 'report']);
    expect(permissions.filter((p) => may('auditor', p))).toEqual(['follow', 'inspect', 'audit', 'report', 'oversee']);
    expect(permissions.filter((p) => may('reporter', p))).toEqual(['follow', 'report']);
    expect(permissions.filter((p) => may('admin', p))).toEqual([...permissions]);
  });

  it('a route that changes something is for leads and admins only', () => {
    expect(rolesWith('change')).toEqual(['lead', 'admin']);
  });

  it('an auditor sees how the installation is doing; only an admin puts it right', () => {
    expect(rolesWith('oversee')).toEqual(['auditor', 'admin']);
    expect(rolesWith('operate')).toEqual(['admin']);
  });
});

import type { Json } from '../../../api/types';

/** An event in MISP core format, as modules see it. */
export const SAMPLE: Json = {
  Event: {
    id: '64',
    uuid: '5f6b0c1e-0000-4000-8000-000000000064',
    info: 'Phishing wave against banks',
    date: '2026-11-24',
    threat_level_id: '2',
    analysis: '1',
    distribution: '1',
    published: false,
    Orgc: { id: '1', name: 'ORGNAME' },
    Tag: [
      { name: 'tlp:red', local: 0 },
      { name: 'type:OSINT', local: 1 },
    ],
    _AttributeFlattened: [
      {
        id: '1',
        type: 'ip-dst',
        category: 'Network activity',
        value: '198.51.100.7',
        to_ids: true,
        comment: '',
        Tag: [{ name: 'PAP:RED', inherited: false }],
        enrichment: [{ Object: [{ name: 'geolocation', Attribute: [{ object_relation: 'country', value: 'LU' }] }] }],
      },
      {
        id: '2',
        type: 'url',
        category: 'External analysis',
        value: 'https://example.org/report',
        to_ids: false,
        comment: 'the report',
        Tag: [{ name: 'tlp:white', inherited: false }],
        warnings: [{ warninglist_name: 'Well-known sites', warninglist_category: 'false_positive' }],
      },
    ],
  },
};

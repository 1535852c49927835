/** The eIDAS connector: metadata, requests, responses. */

export { type ReadServiceMetadata, readServiceMetadata } from './metadata/read-service-metadata.ts';
export { refreshMetadata } from './metadata/refresh-metadata.ts';
export { type MetadataStanding, standingOfMetadata } from './metadata/standing-of-metadata.ts';
export { verifyCountry } from './metadata/verify-country.ts';
export { type MetadataRefusal, metadataRefusals } from './metadata/verify-metadata.ts';
export {
  type ConnectorKeys,
  type ConnectorSettings,
  writeConnectorMetadata,
} from './metadata/write-connector-metadata.ts';
export type {
  AnsweredRequest,
  EidasOutcome,
  FailureStatus,
  ResponsePorts,
  ServiceMetadata,
} from './model.ts';
export { type Eidas, type EidasOptions, openEidas } from './open-eidas.ts';
export type { EidasKeys, ReceptionStores, RefreshPorts } from './ports.ts';
export { type RefusalCode, refusalCodes } from './refusal-codes.ts';
export {
  type AuthnRequest,
  type AuthnRequestWish,
  attributesFor,
  bindingFor,
  writeAuthnRequest,
} from './request/write-authn-request.ts';
export { readResponse } from './response/read-response.ts';

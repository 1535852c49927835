/** The eIDAS connector: metadata, requests, responses. */

export type { EidasOutcome, FailureStatus, IssuedRequest, ResponsePorts, ServiceMetadata } from './model.ts';
export { readResponse } from './read-response.ts';
export { type ReadServiceMetadata, readServiceMetadata } from './read-service-metadata.ts';
export { type RefusalCode, refusalCodes } from './refusal-codes.ts';
export { type MetadataRefusal, metadataRefusals } from './verify-metadata.ts';
export {
  type AuthnRequest,
  type AuthnRequestWish,
  attributesFor,
  bindingFor,
  writeAuthnRequest,
} from './write-authn-request.ts';
export {
  type ConnectorKeys,
  type ConnectorSettings,
  writeConnectorMetadata,
} from './write-connector-metadata.ts';

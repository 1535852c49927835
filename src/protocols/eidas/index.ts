/** The eIDAS connector: metadata, requests, responses. */

export { type ReadServiceMetadata, readServiceMetadata } from './metadata/read-service-metadata.ts';
export { type MetadataRefusal, metadataRefusals } from './metadata/verify-metadata.ts';
export {
  type ConnectorKeys,
  type ConnectorSettings,
  writeConnectorMetadata,
} from './metadata/write-connector-metadata.ts';
export type { EidasOutcome, FailureStatus, IssuedRequest, ResponsePorts, ServiceMetadata } from './model.ts';
export { type RefusalCode, refusalCodes } from './refusal-codes.ts';
export { readResponse } from './response/read-response.ts';
export {
  type AuthnRequest,
  type AuthnRequestWish,
  attributesFor,
  bindingFor,
  writeAuthnRequest,
} from './write-authn-request.ts';

/**
 * Apple’s own rules for the payloads of a configuration profile, carried over from its device-management
 * repository (`mdm/profiles`, as of iOS 18.1 and macOS 15.1). `apple-schema.ts` says how to read them.
 *
 * Copyright © 2022-2024 Apple Inc.
 *
 * Permission is hereby granted, free of charge, to any person obtaining a
 * copy of this software and associated documentation files (the
 * "Software"), to deal in the Software without restriction, including
 * without limitation the rights to use, copy, modify, merge, publish,
 * distribute, sublicense, and/or sell copies of the Software, and to
 * permit persons to whom the Software is furnished to do so, subject to
 * the following conditions:
 *
 * The above copyright notice and this permission notice shall be included
 * in all copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS
 * OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
 * MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT.
 * IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
 * CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT,
 * TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
 * SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
 */

/** Wi-Fi, VPN and everything else about networks. */
export const NETWORKS = `
com.apple.airplay ius
  AllowList:a{ *:o{ DeviceID:s~^%28%5B0-9A-Fa-f%5D%7B2%7D%3A%29%7B5%7D%28%5B0-9A-Fa-f%5D%7B2%7D%29$
  DeviceName:s } } Passwords:a{ *:o{ DeviceName:s! Password:s! DeviceID:s-i } } Whitelist:a{ *:o{
  DeviceID:s~^%28%5B0-9A-Fa-f%5D%7B2%7D%3A%29%7B5%7D%28%5B0-9A-Fa-f%5D%7B2%7D%29$ DeviceName:s } }
com.apple.airprint ius
  AirPrint:a!{ *:o{ IPAddress:s! ResourcePath:s! Port:i-m(0,65535) ForceTLS:b-m } }
com.apple.apn.managed i1
  DefaultsData:o!{ apns:a!{ *:o{ apn:s! username:s password:d proxy:s proxyPort:i } } }
  DefaultsDomainName:s!=com.apple.managedCarrier
com.apple.cellular i1
  AttachAPN:o{ Name:s! AuthenticationType:s=CHAP|PAP Username:s Password:s AllowedProtocolMask:i=1|2|3 }
  APNs:a{ *:o{ Name:s! AuthenticationType:s=CHAP|PAP Username:s Password:s ProxyServer:s-m ProxyPort:i
  DefaultProtocolMask:i=1|2|3 AllowedProtocolMask:i=1|2|3 AllowedProtocolMaskInRoaming:i=1|2|3
  AllowedProtocolMaskInDomesticRoaming:i=1|2|3 EnableXLAT464:b } }
com.apple.cellularprivatenetwork.managed i
  Geofences:a{ *:o{ Longitude:r!(-180.0,180.0) Latitude:r!(-90.0,90.0) Radius:r!(100.0,6500.0) GeofenceId:s!
  } } DataSetName:s! VersionNumber:s! CellularDataPreferred:b EnableNRStandalone:b NetworkIdentifier:s
  CsgNetworkIdentifier:s
com.apple.dnsProxy.managed s1
  AppBundleIdentifier:s! ProviderBundleIdentifier:s ProviderConfiguration:o{ *:x } DNSProxyUUID:s-m
com.apple.dnsSettings.managed is
  DNSSettings:o!{ DNSProtocol:s!=HTTPS|TLS ServerURL:s ServerName:s ServerAddresses:a{ *:s }
  SupplementalMatchDomains:a{ *:s } } OnDemandRules:a{ *:o{ Action:s!=Connect|Disconnect|EvaluateConnection
  ActionParameters:a{ *:o{ Domains:a!{ *:s } DomainAction:s!=NeverConnect|ConnectIfNeeded } }
  DNSDomainMatch:a{ *:s } DNSServerAddressMatch:a{ *:s } InterfaceTypeMatch:s=Ethernet|WiFi|Cellular
  SSIDMatch:a{ *:s } URLStringProbe:s } } ProhibitDisablement:b PayloadCertificateUUID:u
com.apple.domains ius1
  EmailDomains:a{ *:s } WebDomains:a-m{ *:s } SafariPasswordAutoFillDomains:a-m{ *:s }
  CrossSiteTrackingPreventionRelaxedDomains:a{ *:s }
com.apple.extensiblesso x
com.apple.firstactiveethernet.managed us1
  *:x
com.apple.firstethernet.managed us1
  *:x
com.apple.globalethernet.managed ius1
  *:x
com.apple.networkusagerules x
com.apple.proxy.http.global is1
  ProxyType:s=Manual|Auto ProxyServer:s ProxyServerPort:i ProxyUsername:s ProxyPassword:s ProxyPACURL:s
  ProxyPACFallbackAllowed:b ProxyCaptiveLoginAllowed:b
com.apple.relay.managed ius
  Relays:a!{ *:o{ HTTP3RelayURL:s HTTP2RelayURL:s AdditionalHTTPHeaderFields:o{ *:s }
  PayloadCertificateUUID:u RawPublicKeys:a{ *:d } } } MatchDomains:a{ *:s } ExcludedDomains:a{ *:s }
  RelayUUID:s
com.apple.secondactiveethernet.managed us1
  *:x
com.apple.secondethernet.managed us1
  *:x
com.apple.sso i1
  Name:s! Kerberos:o{ PrincipalName:s PayloadCertificateUUID:u Realm:s! URLPrefixMatches:a{ *:s }
  AppIdentifierMatches:a{ *:s } }
com.apple.thirdactiveethernet.managed us1
  *:x
com.apple.thirdethernet.managed us1
  *:x
com.apple.vpn.managed ius
  VPNType:s!=VPN|L2TP|IPSec|IKEv2|AlwaysOn|TransparentProxy VPNSubType:s UserDefinedName:s! VendorConfig:o{
  Realm:s Role:s Group:s LoginGroupOrDomain:s } VPN:o{
  AuthenticationMethod:s=Password|Certificate|Password%2BCertificate PayloadCertificateUUID:u Password:s
  ProviderBundleIdentifier:s ProviderDesignatedRequirement:s-i DisconnectOnIdle:i=0|1
  DisconnectOnIdleTimer:i ProviderType:s=packet-tunnel|app-proxy IncludeAllNetworks:i=0|1
  EnforceRoutes:i=0|1 ExcludeLocalNetworks:i=0|1 ExcludeCellularServices:i=0|1 ExcludeAPNs:i=0|1
  ExcludeDeviceCommunication:i=0|1 OnDemandEnabled:i=0|1 OnDemandUserOverrideDisabled:i-m=0|1
  OnDemandMatchDomainsAlways:a{ *:s } OnDemandMatchDomainsNever:a{ *:s } OnDemandMatchDomainsOnRetry:a{ *:s
  } OnDemandRules:a{ *:o{ Action:s!=Allow|Connect|Disconnect|EvaluateConnection|Ignore ActionParameters:a{
  *:o{ Domains:a!{ *:s } DomainAction:s!=ConnectIfNeeded|NeverConnect RequiredDNSServers:a{ *:s }
  RequiredURLStringProbe:s } } DNSDomainMatch:a{ *:s } DNSServerAddressMatch:a{ *:s }
  InterfaceTypeMatch:s=Ethernet|WiFi|Cellular SSIDMatch:a{ *:s } URLStringProbe:s } } } IPv4:o{
  OverridePrimary:i=0|1 } PPP:o{ AuthName:s AuthPassword:s TokenCard:i=0|1 CommRemoteAddress:s
  AuthEAPPlugins:a{ *:s=EAP-RSA|EAP-TLS|EAP-KRB } AuthProtocol:a{ *:s=EAP } CCPMPPE40Enabled:i=0|1
  CCPMPPE128Enabled:i=0|1 CCPEnabled:i=0|1 DisconnectOnIdle:i=0|1 DisconnectOnIdleTimer:i } IPSec:o{
  RemoteAddress:s AuthenticationMethod:s=SharedSecret|Certificate XAuthName:s XAuthPassword:s
  XAuthEnabled:i=0|1 XAuthPasswordEncryption:s=Prompt LocalIdentifier:s LocalIdentifierType:s=KeyID
  SharedSecret:d PayloadCertificateUUID:u PromptForVPNPIN:b DisconnectOnIdle:i=0|1 DisconnectOnIdleTimer:i
  OnDemandEnabled:i=0|1 OnDemandMatchDomainsAlways:a{ *:s } OnDemandMatchDomainsNever:a{ *:s }
  OnDemandMatchDomainsOnRetry:a{ *:s } OnDemandRules:a{ *:o{
  Action:s!=Allow|Connect|Disconnect|EvaluateConnection|Ignore ActionParameters:a{ *:o{ Domains:a!{ *:s }
  DomainAction:s!=ConnectIfNeeded|NeverConnect RequiredDNSServers:a{ *:s } RequiredURLStringProbe:s } }
  DNSDomainMatch:a{ *:s } DNSServerAddressMatch:a{ *:s } InterfaceTypeMatch:s=Ethernet|WiFi|Cellular
  SSIDMatch:a{ *:s } URLStringProbe:s } } } IKEv2:o{ RemoteAddress:s! LocalIdentifier:s! RemoteIdentifier:s!
  AuthenticationMethod:s!=None|SharedSecret|Certificate
  CertificateType:s=RSA|ECDSA256|ECDSA384|ECDSA521|RSA-PSS PayloadCertificateUUID:u Password:s
  ProviderBundleIdentifier:s ProviderDesignatedRequirement:s-i SharedSecret:s ExtendedAuthEnabled:i=0|1
  AuthName:s AuthPassword:s OnDemandEnabled:i=0|1 OnDemandUserOverrideDisabled:i-m=0|1 OnDemandRules:a{ *:o{
  Action:s!=Allow|Connect|Disconnect|EvaluateConnection|Ignore ActionParameters:a{ *:o{ Domains:a!{ *:s }
  DomainAction:s!=ConnectIfNeeded|NeverConnect RequiredDNSServers:a{ *:s } RequiredURLStringProbe:s } }
  DNSDomainMatch:a{ *:s } DNSServerAddressMatch:a{ *:s } InterfaceTypeMatch:s=Ethernet|WiFi|Cellular
  SSIDMatch:a{ *:s } URLStringProbe:s } } DeadPeerDetectionRate:s=None|Low|Medium|High
  ServerCertificateIssuerCommonName:s ServerCertificateCommonName:s TLSMinimumVersion:s=1.0|1.1|1.2
  TLSMaximumVersion:s=1.0|1.1|1.2 UseConfigurationAttributeInternalIPSubnet:i=0|1 DisableMOBIKE:i=0|1
  DisableRedirect:i=0|1 DisconnectOnIdle:i=0|1 DisconnectOnIdleTimer:i NATKeepAliveOffloadEnable:i=0|1
  NATKeepAliveInterval:i EnablePFS:i=0|1 EnableCertificateRevocationCheck:i=0|1 EnableFallback:i-m=0|1
  MTU:i(1280,1400) ProviderType:s=packet-tunnel|app-proxy IncludeAllNetworks:i=0|1 EnforceRoutes:i=0|1
  ExcludeLocalNetworks:i=0|1 ExcludeCellularServices:i=0|1 ExcludeAPNs:i=0|1
  ExcludeDeviceCommunication:i=0|1 PPK:d PPKIdentifier:s PPKMandatory:i=0|1
  IKESecurityAssociationParameters:o{
  EncryptionAlgorithm:s=DES|3DES|AES-128|AES-256|AES-128-GCM|AES-256-GCM|ChaCha20Poly1305
  IntegrityAlgorithm:s=SHA1-96|SHA1-160|SHA2-256|SHA2-384|SHA2-512
  DiffieHellmanGroup:i=1|2|5|14|15|16|17|18|19|20|21|31|32 LifeTimeInMinutes:i(10,1440) }
  ChildSecurityAssociationParameters:o{
  EncryptionAlgorithm:s=DES|3DES|AES-128|AES-256|AES-128-GCM|AES-256-GCM|ChaCha20Poly1305
  IntegrityAlgorithm:s=SHA1-96|SHA1-160|SHA2-256|SHA2-384|SHA2-512
  DiffieHellmanGroup:i=1|2|5|14|15|16|17|18|19|20|21|31|32 LifeTimeInMinutes:i(10,1440) } } DNS:o{
  DNSProtocol:s!=Cleartext|HTTPS|TLS ServerURL:s ServerName:s ServerAddresses:a!{ *:s } SearchDomains:a{ *:s
  } DomainName:s SupplementalMatchDomains:a{ *:s } SupplementalMatchDomainsNoSearch:i=0|1
  PayloadCertificateUUID:u } Proxies:o{ ProxyAutoConfigEnable:i=0|1 ProxyAutoDiscoveryEnable:i=0|1
  ProxyAutoConfigURLString:s SupplementalMatchDomains:a{ *:s } HTTPEnable:i=0|1 HTTPProxy:s
  HTTPPort:i(0,65535) HTTPProxyUsername:s HTTPProxyPassword:s HTTPSEnable:i=0|1 HTTPSProxy:s
  HTTPSPort:i(0,65535) } AlwaysOn:o-m{ UIToggleEnabled:i=0|1 TunnelConfigurations:a!{ *:o{
  ProtocolType:s!=IKEv2 Interfaces:a{ *:s=Cellular|WiFi } } } ServiceExceptions:a{ *:o{
  ServiceName:s!=VoiceMail|AirPrint|CellularServices|DeviceCommunication Action:s!=Allow|Drop } }
  ApplicationExceptions:a{ *:o{ BundleIdentifier:s! LimitToProtocols:a{ *:s=UDP } } }
  AllowCaptiveWebSheet:i=0|1 AllowAllCaptiveNetworkPlugins:i=0|1 AllowedCaptiveNetworkPlugins:a{ *:o{
  BundleIdentifier:s! } } } TransparentProxy:o-i{
  AuthenticationMethod:s=Password|Certificate|Password%2BCertificate DisconnectOnIdle:i=0|1
  DisconnectOnIdleTimer:i EnforceRoutes:i=0|1 OnDemandEnabled:i=0|1 OnDemandRules:a{ *:o{
  Action:s!=Allow|Connect|Disconnect|EvaluateConnection|Ignore ActionParameters:a{ *:o{ Domains:a!{ *:s }
  DomainAction:s!=ConnectIfNeeded|NeverConnect RequiredDNSServers:a{ *:s } RequiredURLStringProbe:s } }
  DNSDomainMatch:a{ *:s } DNSServerAddressMatch:a{ *:s } InterfaceTypeMatch:s=Ethernet|WiFi|Cellular
  SSIDMatch:a{ *:s } URLStringProbe:s } } PayloadCertificateUUID:u Password:s ProviderBundleIdentifier:s
  ProviderDesignatedRequirement:s ProviderType:s=packet-tunnel|app-proxy Order:i }
com.apple.vpn.managed.applayer ius
  VPNUUID:s! CellularSliceUUID:s-m SafariDomains:a{ *:s } MailDomains:a{ *:s } CalendarDomains:a{ *:s }
  ContactsDomains:a{ *:s } AssociatedDomains:a{ *:s } ExcludedDomains:a{ *:s } OnDemandMatchAppEnabled:b
  SMBDomains:a-m{ *:s }
com.apple.vpn.managed.appmapping s1
  AppLayerVPNMapping:a!{ *:o{ Identifier:s! VPNUUID:s! DesignatedRequirement:s! SigningIdentifier:s! Path:s
  MatchTools:a{ *:o{ DesignatedRequirement:s! SigningIdentifier:s! Path:s } } } }
com.apple.webcontent-filter is
  FilterType:s=BuiltIn|Plugin AutoFilterEnabled:b-m PermittedURLs:a-m{ *:s } BlacklistedURLs:a-m{ *:s }
  DenyListURLs:a-m{ *:s } HideDenyListURLs:b-m WhitelistedBookmarks:a-m{ *:o{ URL:s! Title:s! } }
  AllowListBookmarks:a-m{ *:o{ URL:s! Title:s! } } UserDefinedName:s PluginBundleID:s ServerAddress:s
  UserName:s Password:s PayloadCertificateUUID:u Organization:s VendorConfig:o{ *:x } FilterBrowsers:b-m
  FilterSockets:b FilterDataProviderDesignatedRequirement:s-i FilterDataProviderBundleIdentifier:s-i
  FilterPackets:b-i FilterPacketProviderDesignatedRequirement:s-i FilterPacketProviderBundleIdentifier:s-i
  FilterGrade:s-i=firewall|inspector ContentFilterUUID:s-m
com.apple.wifi.managed ius
  AutoJoin:b SSID_STR:s HIDDEN_NETWORK:b ProxyType:s=None|Manual|Auto
  EncryptionType:s=WEP|WPA|WPA2|WPA3|Any|None Password:s PayloadCertificateUUID:u EAPClientConfiguration:o{
  AcceptEAPTypes:a!{ *:i=13|17|18|21|23|25|43 } UserName:s UserPassword:s PayloadCertificateAnchorUUID:a{
  *:u } TLSTrustedCertificates:a{ *:s } TLSTrustedServerNames:a{ *:s } TLSAllowTrustExceptions:b-i
  TLSCertificateIsRequired:b TTLSInnerAuthentication:s=PAP|EAP|CHAP|MSCHAP|MSCHAPv2
  TLSMinimumVersion:s=1.0|1.1|1.2|1.3 TLSMaximumVersion:s=1.0|1.1|1.2|1.3 OuterIdentity:s EAPFASTUsePAC:b
  EAPFASTProvisionPAC:b EAPFASTProvisionPACAnonymously:b EAPSIMNumberOfRANDs:i=2|3
  SystemModeCredentialsSource:s SystemModeUseOpenDirectoryCredentials:b OneTimeUserPassword:b }
  DisplayedOperatorName:s DomainName:s RoamingConsortiumOIs:a{
  *:s~^%28%5B0-9A-Za-z%5D%7B6%7D%29%7C%28%5B0-9A-Za-z%5D%7B9%7D%29$ } ServiceProviderRoamingEnabled:b
  IsHotspot:b HESSID:s NAIRealmNames:a{ *:s } MCCAndMNCs:a-m{ *:s~^%5B0-9%5D%7B6%7D$ } CaptiveBypass:b-m
  QoSMarkingPolicy:o{ QoSMarkingAllowListAppIdentifiers:a{ *:s } QoSMarkingWhitelistedAppIdentifiers:a{ *:s
  } QoSMarkingAppleAudioVideoCalls:b QoSMarkingEnabled:b } SetupModes:a-i{ *:s=System|Loginwindow }
  EnableIPv6:b TLSCertificateRequired:b ProxyServer:s ProxyServerPort:i(0,65535) ProxyUsername:s
  ProxyPassword:s ProxyPACURL:s ProxyPACFallbackAllowed:b DisableAssociationMACRandomization:b
`

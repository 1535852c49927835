import java.io.*;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.security.cert.*;
import java.security.interfaces.*;
import java.security.spec.*;
import java.util.*;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;

/**
 * XML Encryption 1.1 as eIDAS uses it, on the JDK's own cryptography: RSA-OAEP with any two hashes, ECDH-ES with ConcatKDF
 * and AES key wrap, AES-GCM. `open DIR` decrypts every .xml with its .key; `seal DIR` encrypts "<secret/>" for every .crt as
 * its .alg says.
 */
public class XmlEncryptionOracle {
  static final String X = "http://www.w3.org/2001/04/xmlenc#", X11 = "http://www.w3.org/2009/xmlenc11#";
  static final String DS = "http://www.w3.org/2000/09/xmldsig#", DS11 = "http://www.w3.org/2009/xmldsig11#";
  static final Map<String, String> CURVES = Map.of("P-256", "1.2.840.10045.3.1.7", "P-384", "1.3.132.0.34", "P-521", "1.3.132.0.35");

  public static void main(String[] args) throws Exception {
    String suffix = args[0].equals("open") ? ".xml" : ".alg";
    File[] files = new File(args[1]).listFiles((dir, name) -> name.endsWith(suffix));
    Arrays.sort(files);
    for (File file : files) {
      String base = file.getPath().substring(0, file.getPath().length() - 4);
      String said;
      try {
        said = args[0].equals("open") ? open(base) : seal(base);
      } catch (Exception error) {
        said = "error " + error;
      }
      System.out.println(file.getName().replaceAll("\\.[a-z]+$", "") + "\t" + said);
    }
  }

  static String open(String base) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element data = factory.newDocumentBuilder().parse(new File(base + ".xml")).getDocumentElement();
    Element key = (Element) data.getElementsByTagNameNS(X, "EncryptedKey").item(0);
    byte[] wrapped = value(key.getElementsByTagNameNS(X, "CipherValue"), 0);
    NodeList values = data.getElementsByTagNameNS(X, "CipherValue");
    byte[] sealed = value(values, values.getLength() - 1);
    PrivateKey ours = privateKey(base);
    SecretKey content = ours instanceof RSAPrivateKey ? transported(key, wrapped, ours) : agreed(key, wrapped, (ECPrivateKey) ours);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, content, new GCMParameterSpec(128, sealed, 0, 12));
    return new String(cipher.doFinal(sealed, 12, sealed.length - 12), StandardCharsets.UTF_8);
  }

  static SecretKey transported(Element key, byte[] wrapped, PrivateKey ours) throws Exception {
    String digest = hash(attribute(key, DS, "DigestMethod")), mask = hash(attribute(key, X11, "MGF"));
    Cipher rsa = oaep(Cipher.DECRYPT_MODE, ours, digest, mask);
    return new SecretKeySpec(rsa.doFinal(wrapped), "AES");
  }

  static SecretKey agreed(Element key, byte[] wrapped, ECPrivateKey ours) throws Exception {
    Element parameters = (Element) key.getElementsByTagNameNS(X11, "ConcatKDFParams").item(0);
    byte[] point = value(key.getElementsByTagNameNS(DS11, "PublicKey"), 0);
    int half = (point.length - 1) / 2;
    ECPoint w = new ECPoint(new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + half)), new BigInteger(1, Arrays.copyOfRange(point, 1 + half, point.length)));
    PublicKey theirs = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(w, ours.getParams()));
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    for (String name : new String[] {"AlgorithmID", "PartyUInfo", "PartyVInfo"}) info.write(HexFormat.of().parseHex(parameters.getAttribute(name).substring(2)));
    int length = attribute(key, X, "EncryptionMethod").endsWith("128") ? 16 : 32;
    SecretKeySpec wrapping = derive(ours, theirs, hash(attribute(key, DS, "DigestMethod")), info.toByteArray(), length);
    Cipher unwrap = Cipher.getInstance("AESWrap");
    unwrap.init(Cipher.UNWRAP_MODE, wrapping);
    return (SecretKey) unwrap.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
  }

  static String seal(String base) throws Exception {
    String[] wish = Files.readString(Path.of(base + ".alg")).trim().split(" "); // bits digest mask wrap curve
    byte[] content = new byte[Integer.parseInt(wish[0]) / 8], iv = new byte[12];
    new SecureRandom().nextBytes(content);
    new SecureRandom().nextBytes(iv);
    Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
    gcm.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(content, "AES"), new GCMParameterSpec(128, iv));
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    sealed.write(iv);
    sealed.write(gcm.doFinal("<secret/>".getBytes(StandardCharsets.UTF_8)));
    PublicKey theirs = certificate(base).getPublicKey();
    String digest = "<ds:DigestMethod Algorithm=\"" + digestUri(wish[1]) + "\"/>", method, info = "";
    byte[] wrapped;
    if (theirs instanceof RSAPublicKey) {
      wrapped = oaep(Cipher.ENCRYPT_MODE, theirs, "SHA-" + wish[1], "SHA-" + wish[2]).doFinal(content);
      method = "<EncryptionMethod Algorithm=\"" + X11 + "rsa-oaep\">" + digest + "<m:MGF xmlns:m=\"" + X11 + "\" Algorithm=\"" + X11 + "mgf1sha" + wish[2] + "\"/></EncryptionMethod>";
    } else {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(((ECPublicKey) theirs).getParams());
      KeyPair ephemeral = generator.generateKeyPair();
      SecretKeySpec wrapping = derive(ephemeral.getPrivate(), theirs, "SHA-" + wish[1], new byte[] {0, 0, 0}, Integer.parseInt(wish[3]) / 8);
      Cipher wrap = Cipher.getInstance("AESWrap");
      wrap.init(Cipher.WRAP_MODE, wrapping);
      wrapped = wrap.wrap(new SecretKeySpec(content, "AES"));
      byte[] spki = ephemeral.getPublic().getEncoded();
      int size = 2 * ((((ECPublicKey) theirs).getParams().getCurve().getField().getFieldSize() + 7) / 8) + 1;
      byte[] point = Arrays.copyOfRange(spki, spki.length - size, spki.length);
      method = "<EncryptionMethod Algorithm=\"" + X + "kw-aes" + wish[3] + "\"/>";
      info = "<ds:KeyInfo><AgreementMethod Algorithm=\"" + X11 + "ECDH-ES\"><KA-Nonce>AAAA</KA-Nonce><k:KeyDerivationMethod xmlns:k=\"" + X11 + "\" Algorithm=\"" + X11
          + "ConcatKDF\"><k:ConcatKDFParams AlgorithmID=\"0000\" PartyUInfo=\"0000\" PartyVInfo=\"0000\">" + digest + "</k:ConcatKDFParams></k:KeyDerivationMethod><OriginatorKeyInfo><ds:KeyValue><e:ECKeyValue xmlns:e=\""
          + DS11 + "\"><e:NamedCurve URI=\"urn:oid:" + CURVES.get(wish[4]) + "\"/><e:PublicKey>" + mime(point) + "</e:PublicKey></e:ECKeyValue></ds:KeyValue></OriginatorKeyInfo></AgreementMethod></ds:KeyInfo>";
    }
    Files.writeString(Path.of(base + ".sealed"), "<EncryptedData xmlns=\"" + X + "\" xmlns:ds=\"" + DS + "\" Type=\"" + X + "Element\"><EncryptionMethod Algorithm=\"" + X11 + "aes" + wish[0]
        + "-gcm\"/><ds:KeyInfo><EncryptedKey>" + method + info + "<CipherData><CipherValue>" + mime(wrapped) + "</CipherValue></CipherData></EncryptedKey></ds:KeyInfo><CipherData><CipherValue>"
        + mime(sealed.toByteArray()) + "</CipherValue></CipherData></EncryptedData>");
    return "sealed";
  }

  static SecretKeySpec derive(PrivateKey ours, PublicKey theirs, String digest, byte[] info, int length) throws Exception {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(ours);
    agreement.doPhase(theirs, true);
    MessageDigest hash = MessageDigest.getInstance(digest);
    hash.update(new byte[] {0, 0, 0, 1});
    hash.update(agreement.generateSecret());
    return new SecretKeySpec(Arrays.copyOf(hash.digest(info), length), "AES");
  }

  static Cipher oaep(int mode, Key key, String digest, String mask) throws Exception {
    Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
    rsa.init(mode, key, new OAEPParameterSpec(digest, "MGF1", new MGF1ParameterSpec(mask), PSource.PSpecified.DEFAULT));
    return rsa;
  }

  static String mime(byte[] bytes) {
    return Base64.getMimeEncoder().encodeToString(bytes).replace("\r", "&#xD;");
  }

  static byte[] value(NodeList found, int index) {
    return Base64.getMimeDecoder().decode(found.item(index).getTextContent());
  }

  static String attribute(Element in, String namespace, String name) {
    return ((Element) in.getElementsByTagNameNS(namespace, name).item(0)).getAttribute("Algorithm");
  }

  static String hash(String uri) {
    return "SHA-" + uri.substring(uri.length() - 3);
  }

  static String digestUri(String bits) {
    return bits.equals("384") ? "http://www.w3.org/2001/04/xmldsig-more#sha384" : X + "sha" + bits;
  }

  static X509Certificate certificate(String base) throws Exception {
    try (InputStream in = new FileInputStream(base + ".crt")) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  static PrivateKey privateKey(String base) throws Exception {
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(Files.readString(Path.of(base + ".key")).replaceAll("-----[^-]+-----", "")));
    return KeyFactory.getInstance(certificate(base).getPublicKey() instanceof RSAPublicKey ? "RSA" : "EC").generatePrivate(spec);
  }
}

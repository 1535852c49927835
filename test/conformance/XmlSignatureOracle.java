import java.io.*;
import java.nio.file.*;
import java.security.*;
import java.security.cert.*;
import java.security.spec.*;
import java.util.*;
import javax.xml.crypto.dsig.*;
import javax.xml.crypto.dsig.dom.*;
import javax.xml.crypto.dsig.keyinfo.*;
import javax.xml.crypto.dsig.spec.*;
import javax.xml.parsers.*;
import javax.xml.transform.*;
import javax.xml.transform.dom.*;
import javax.xml.transform.stream.*;
import org.w3c.dom.*;

/** The JDK's own XML signature code as an independent judge. `verify DIR` or `sign DIR`, one line of output per file. */
public class XmlSignatureOracle {
  static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

  public static void main(String[] args) throws Exception {
    File[] files = new File(args[1]).listFiles((dir, name) -> name.endsWith(".xml"));
    Arrays.sort(files);
    for (File file : files) {
      String base = file.getPath().replaceAll("\\.xml$", "");
      String said;
      try {
        said = args[0].equals("verify") ? verify(file, base) : sign(file, base);
      } catch (Exception error) {
        said = "error " + error;
      }
      System.out.println(file.getName() + " " + said);
    }
  }

  static String verify(File file, String base) throws Exception {
    Document document = parse(file);
    NodeList found = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
    DOMValidateContext context = new DOMValidateContext(certificate(base).getPublicKey(), found.item(0));
    return FACTORY.unmarshalXMLSignature(context).validate(context) ? "valid" : "invalid";
  }

  static String sign(File file, String base) throws Exception {
    Document document = parse(file);
    Element root = document.getDocumentElement();
    String[] uris = Files.readString(Path.of(base + ".alg")).split("\\s+");
    List<Transform> transforms = List.of(
        FACTORY.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
        FACTORY.newTransform("http://www.w3.org/2001/10/xml-exc-c14n#",
            uris.length > 2 ? new ExcC14NParameterSpec(List.of(uris[2].split(","))) : null));
    Reference reference = FACTORY.newReference("#" + root.getAttribute("ID"),
        FACTORY.newDigestMethod(uris[1], null), transforms, null, null);
    SignedInfo info = FACTORY.newSignedInfo(
        FACTORY.newCanonicalizationMethod("http://www.w3.org/2001/10/xml-exc-c14n#", (C14NMethodParameterSpec) null),
        FACTORY.newSignatureMethod(uris[0], null), List.of(reference));
    KeyInfoFactory keys = FACTORY.getKeyInfoFactory();
    KeyInfo keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate(base)))));
    Node after = root.getElementsByTagNameNS("urn:oasis:names:tc:SAML:2.0:assertion", "Issuer").item(0).getNextSibling();
    DOMSignContext context = new DOMSignContext(privateKey(base), root, after);
    context.setDefaultNamespacePrefix("dsig");
    FACTORY.newXMLSignature(info, keyInfo).sign(context);
    Transformer writer = TransformerFactory.newInstance().newTransformer();
    try (OutputStream out = new FileOutputStream(base + ".signed")) {
      writer.transform(new DOMSource(document), new StreamResult(out));
    }
    return "signed";
  }

  static Document parse(File file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(file);
    document.getDocumentElement().setIdAttribute("ID", true);
    return document;
  }

  static X509Certificate certificate(String base) throws Exception {
    try (InputStream in = new FileInputStream(base + ".crt")) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  static PrivateKey privateKey(String base) throws Exception {
    String body = Files.readString(Path.of(base + ".key")).replaceAll("-----[^-]+-----|\\s", "");
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
    boolean rsa = certificate(base).getPublicKey().getAlgorithm().startsWith("RSA");
    return KeyFactory.getInstance(rsa ? "RSA" : "EC").generatePrivate(spec);
  }
}

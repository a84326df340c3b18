package com.avonsolutions.notices.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets of one request that connect to public machines alone, and end with the request's time.
 * The address is checked while connecting, and not before: a name may lead elsewhere the next time
 * that it is looked up. TLS on top is the JDK's own, so certificates are checked as ever.
 */
final class GuardedSockets extends SSLSocketFactory {
  private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

  private final long deadline;

  /**
   * Creates sockets for one request.
   *
   * @param deadline in {@link System#nanoTime}
   */
  GuardedSockets(long deadline) {
    this.deadline = deadline;
  }

  /** The JDK's client connects it, and then puts TLS on top. */
  @Override
  public Socket createSocket() {
    return new GuardedSocket();
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    return TLS.createSocket(connected, host, port, autoClose);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new RefusedAddressException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw new RefusedAddressException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw new RefusedAddressException();
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw new RefusedAddressException();
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return TLS.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return TLS.getSupportedCipherSuites();
  }

  private final class GuardedSocket extends Socket {
    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
      if (!(to instanceof InetSocketAddress address) || !PublicAddress.is(address.getAddress())) {
        throw new RefusedAddressException();
      }
      super.connect(to, timeout);
    }

    @Override
    public void connect(SocketAddress to) throws IOException {
      connect(to, 0);
    }

    /** A peer that sends a byte a second would never meet a read timeout. */
    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          limitRead();
          return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          limitRead();
          return super.read(bytes, offset, length);
        }
      };
    }

    private void limitRead() throws IOException {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new SocketTimeoutException("The response is too slow");
      }
      setSoTimeout((int) left);
    }
  }
}

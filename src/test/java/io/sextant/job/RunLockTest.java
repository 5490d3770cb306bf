package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
  private static final Runnable NOTHING = () -> {};

  @TempDir Path folder;

  @Test
  void aLivingProcessKeepsOthersOutUntilItEnds() {
    try (RunLock lock = RunLock.acquire(directory(), NOTHING)) {
      assertThatThrownBy(() -> RunLock.acquire(directory(), NOTHING))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
      assertThat(file()).exists();
    }
    assertThat(folder.resolve("run")).doesNotExist();
    RunLock.acquire(directory(), NOTHING).close();
  }

  @Test
  void aLockWhoseProcessIsGoneIsTakenOverAtOnce() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    LockOwner self = LockOwner.self("x");
    dead.waitFor();
    write(new LockOwner("other", self.machine(), dead.pid(), 0));
    RunLock.acquire(directory(), NOTHING).close();
    write(new LockOwner("other", self.machine(), self.pid(), self.started() - 5000));
    RunLock.acquire(directory(), NOTHING).close();
  }

  @Test
  void aLockOfAnotherMachineIsTakenOverOnlyWhenItHasBeenSilentForAMinute() throws IOException {
    write(new LockOwner("other", "elsewhere", 1, 1));
    assertThatThrownBy(() -> RunLock.acquire(directory(), NOTHING))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("process 1 on elsewhere");
    Instant old = Instant.now().minus(Duration.ofSeconds(70));
    Files.setLastModifiedTime(file(), FileTime.from(old));
    RunLock.acquire(directory(), NOTHING).close();
    assertThat(file()).doesNotExist();
  }

  @Test
  @Timeout(60)
  void aLockThatIsHeldStaysYoungAndOneThatIsLostIsNoticed() throws Exception {
    CountDownLatch lost = new CountDownLatch(1);
    try (RunLock lock = RunLock.acquire(directory(), lost::countDown)) {
      Files.setLastModifiedTime(file(), FileTime.from(Instant.EPOCH));
      while (Files.getLastModifiedTime(file()).toInstant().equals(Instant.EPOCH)) {
        Thread.sleep(50);
      }
      assertThat(Files.getLastModifiedTime(file()).toInstant())
          .isAfter(Instant.now().minus(Duration.ofSeconds(30)));
      assertThat(lost.getCount()).isEqualTo(1);
      write(new LockOwner("other", "elsewhere", 1, 1));
      assertThat(lost.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(file()).as("another's lock").exists();
  }

  private RunDirectory directory() {
    return RunDirectory.at(folder.resolve("run").toString(), new Configuration());
  }

  private Path file() {
    return folder.resolve("run/_lock");
  }

  private void write(LockOwner owner) throws IOException {
    Files.createDirectories(file().getParent());
    try (var out = Files.newOutputStream(file())) {
      owner.write(out);
    }
  }
}

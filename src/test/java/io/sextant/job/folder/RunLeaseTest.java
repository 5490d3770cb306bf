package io.sextant.job.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.table.Fence;
import io.sextant.table.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunLeaseTest {
  private static final Runnable NOTHING = () -> {};
  private static final RunLease.Timing QUICK =
      new RunLease.Timing(Duration.ofMillis(200), Duration.ofSeconds(60), Duration.ofMillis(600));

  /** The timing {@link #QUICK}, but without a heartbeat during a test. */
  private static final RunLease.Timing SILENT =
      new RunLease.Timing(Duration.ofHours(1), Duration.ofSeconds(60), Duration.ofMillis(600));

  @TempDir Path folder;

  @Test
  void aLivingProcessKeepsOthersOutUntilItEnds() {
    try (RunLease lease = RunLease.acquire(directory(), NOTHING)) {
      assertThatThrownBy(() -> RunLease.acquire(directory(), NOTHING))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
      assertThat(file()).exists();
      assertThat(lease.isLost()).isFalse();
    }
    assertThat(folder.resolve("run")).doesNotExist();
    RunLease.acquire(directory(), NOTHING).close();
  }

  @Test
  void aFolderThatWasThereStaysWhenNothingWasWritten() throws IOException {
    Files.createDirectory(folder.resolve("run"));
    RunLease.acquire(directory(), NOTHING).close();
    assertThat(folder.resolve("run")).isEmptyDirectory();
  }

  @Test
  void theLeaseOfAProcessThatIsGoneIsTakenOverAtOnce() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    LeaseHolder self = LeaseHolder.self("x");
    dead.waitFor();
    write(new LeaseHolder("other", "here", self.space(), dead.pid(), 17));
    RunLease.acquire(directory(), NOTHING).close();
    // The process id is used again by a process that started later.
    write(new LeaseHolder("other", "here", self.space(), self.pid(), self.started() - 500));
    RunLease.acquire(directory(), NOTHING).close();
  }

  @Test
  void aLivingProcessIsKnownByTicksSinceTheBootWhateverTheClockSays() throws IOException {
    LeaseHolder self = LeaseHolder.self("other");
    String[] stat = Files.readString(Path.of("/proc/self/stat")).split("\\) ")[1].split(" ");
    assertThat(self.started()).isEqualTo(Long.parseLong(stat[19]));
    assertThat(self.space())
        .startsWith(Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip());
    assertThat(self.isGone()).isFalse();
    // After a reboot ticks begin at 0 again, so nothing is known of a process of another boot.
    assertThat(new LeaseHolder("other", "here", "boot/pid:[1]", self.pid(), 3).isGone()).isFalse();
  }

  @Test
  void aLeaseOfAnotherMachineIsTakenOverOnlyWhenItHasBeenSilentForAMinute() throws IOException {
    LeaseHolder elsewhere = new LeaseHolder("other", "elsewhere", "boot", 1, 1);
    write(elsewhere);
    assertThatThrownBy(() -> RunLease.acquire(directory(), NOTHING))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("process 1 on elsewhere");
    age(Duration.ofSeconds(70));
    RunLease.acquire(directory(), NOTHING, QUICK).close();
    assertThat(file()).doesNotExist();
  }

  @Test
  void anOldLeaseWhoseHeartBeatsWhileItIsWatchedIsNotTakenOver() throws Exception {
    write(new LeaseHolder("other", "elsewhere", "boot", 1, 1));
    // This is like a step of the file system's clock.
    age(Duration.ofSeconds(70));
    Thread heart =
        new Thread(
            () -> {
              try {
                Thread.sleep(200);
                age(Duration.ofSeconds(65));
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    heart.start();
    assertThatThrownBy(() -> RunLease.acquire(directory(), NOTHING, QUICK))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("in use by process 1 on elsewhere");
    heart.join();
  }

  @Test
  void aLeaseThatIsHeldStaysYoungAndOneThatIsLostIsNoticed() throws Exception {
    CountDownLatch lost = new CountDownLatch(1);
    try (RunLease lease = RunLease.acquire(directory(), lost::countDown, QUICK)) {
      Files.setLastModifiedTime(file(), FileTime.from(Instant.EPOCH));
      while (Files.getLastModifiedTime(file()).toInstant().equals(Instant.EPOCH)) {
        Thread.sleep(20);
      }
      assertThat(Files.getLastModifiedTime(file()).toInstant())
          .isAfter(Instant.now().minus(Duration.ofSeconds(30)));
      assertThat(lost.getCount()).isEqualTo(1);
      write(new LeaseHolder("other", "elsewhere", "boot", 1, 1));
      assertThat(lost.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(lease.isLost()).isTrue();
    }
    assertThat(file()).as("another's lease").exists();
  }

  @Test
  void aHolderThatIsStoppedBetweenItsLookAndItsRenameFindsNothingToRename() throws IOException {
    org.apache.hadoop.fs.Path place = directory().resolve("head_offsets/part-00000.zstd.parquet");
    RunLease first = RunLease.acquire(directory(), NOTHING, SILENT);
    RunDirectory stopped =
        directory()
            .fenced(
                new StoppedAfterItsLook(
                    first.fence(),
                    () -> {
                      age(Duration.ofSeconds(70));
                      try (RunLease second = RunLease.acquire(directory(), NOTHING, QUICK)) {
                        RunDirectory held = directory().fenced(second.fence());
                        held.commit(draft(held, "the second's"), place);
                      }
                    }));
    org.apache.hadoop.fs.Path draft = draft(stopped, "the first's");
    assertThatThrownBy(() -> stopped.commit(draft, place)).isInstanceOf(IOException.class);
    first.close();
    assertThat(folder.resolve("run/head_offsets/part-00000.zstd.parquet"))
        .hasContent("the second's");
  }

  @Test
  void aHolderThatIsStoppedWhileItDeletesAFolderLeavesTheNextOnes() throws IOException {
    RunLease first = RunLease.acquire(directory(), NOTHING, SILENT);
    Files.createDirectories(folder.resolve("run/_chunks"));
    Files.writeString(folder.resolve("run/_chunks/chunk-000000"), "x");
    RunDirectory stopped =
        directory()
            .fenced(
                new StoppedAfterItsLook(
                    first.fence(),
                    () -> {
                      age(Duration.ofSeconds(70));
                      RunLease.acquire(directory(), NOTHING, QUICK).close();
                    }));
    assertThatThrownBy(() -> stopped.delete(stopped.resolve("_chunks")))
        .hasMessageContaining("cannot delete");
    assertThat(folder.resolve("run/_chunks/chunk-000000")).exists();
  }

  @Test
  void aHolderThatHasLostTheLeaseChangesNothingMore() throws IOException {
    RunLease first = RunLease.acquire(directory(), NOTHING, SILENT);
    RunDirectory lost = directory().fenced(first.fence());
    org.apache.hadoop.fs.Path place = lost.resolve("head_offsets/part-00000.zstd.parquet");
    age(Duration.ofSeconds(70));
    try (RunLease second = RunLease.acquire(directory(), NOTHING, QUICK)) {
      assertThatThrownBy(() -> lost.commit(draft(lost, "late"), place))
          .isInstanceOf(LeaseLostException.class)
          .hasMessageContaining("is held by process");
      assertThatThrownBy(() -> lost.delete(lost.root())).isInstanceOf(LeaseLostException.class);
      assertThat(second.isLost()).isFalse();
    }
    assertThat(folder.resolve("run/head_offsets/part-00000.zstd.parquet")).doesNotExist();
  }

  @Test
  void aLeaseThatIsNotWholeIsNobodysAndTakenOverWhenItIsOld() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), new byte[0]);
    assertThatThrownBy(() -> RunLease.acquire(directory(), NOTHING))
        .hasMessageContaining("an unknown process");
    age(Duration.ofSeconds(70));
    RunLease.acquire(directory(), NOTHING, QUICK).close();
  }

  @Test
  void leftoversOfADeadHolderGoAndNothingElse() throws IOException {
    String token = "0a1b2c3d-0000-1111-2222-333344445555";
    Path drafts = folder.resolve("run/_writing");
    Files.createDirectories(drafts.resolve(token));
    Files.writeString(drafts.resolve(token).resolve(".run.json.x"), "half");
    Files.writeString(folder.resolve("run/._lease." + token), "tombstone");
    Files.writeString(folder.resolve("run/._lease.time." + token), "");
    Files.writeString(folder.resolve("run/._lease.mine"), "mine");
    Files.writeString(drafts.resolve("novel.md"), "mine");
    RunLease.acquire(directory(), NOTHING).close();
    try (Stream<Path> left = Files.walk(folder.resolve("run")).filter(Files::isRegularFile)) {
      assertThat(left)
          .containsExactlyInAnyOrder(
              folder.resolve("run/._lease.mine"), drafts.resolve("novel.md"));
    }
  }

  private interface Meanwhile {
    void happens() throws IOException;
  }

  /** A fence whose holder checks the lease and is then suspended while something happens. */
  private record StoppedAfterItsLook(LeaseFence fence, Meanwhile meanwhile) implements Fence {
    @Override
    public org.apache.hadoop.fs.Path drafts(org.apache.hadoop.fs.Path root) {
      return fence.drafts(root);
    }

    @Override
    public void check(FileSystem files, org.apache.hadoop.fs.Path root) throws IOException {
      fence.check(files, root);
      meanwhile.happens();
    }
  }

  private static org.apache.hadoop.fs.Path draft(RunDirectory run, String text) throws IOException {
    org.apache.hadoop.fs.Path draft = run.draft("x");
    try (var out = run.files().create(draft, true)) {
      out.writeBytes(text);
    }
    return draft;
  }

  private RunDirectory directory() {
    return RunDirectory.at(folder.resolve("run").toString(), new Configuration());
  }

  private Path file() {
    return folder.resolve("run/_lease");
  }

  private void age(Duration by) throws IOException {
    Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minus(by)));
  }

  private void write(LeaseHolder holder) throws IOException {
    Files.createDirectories(file().getParent());
    try (var out = Files.newOutputStream(file())) {
      holder.write(out);
    }
  }
}
